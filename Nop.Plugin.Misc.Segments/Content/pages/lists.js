// The dialog that imports a list of e-mail addresses. The file stays here: it is posted once to see what is in it, and again when that is confirmed.
const page = JSON.parse(document.getElementById('list-import-data').textContent);
const dialog = document.getElementById('list-import');
const form = document.getElementById('list-import-form');
const fileInput = document.getElementById('list-import-file');
const pasted = document.getElementById('list-import-pasted');
const nameInput = document.getElementById('list-import-name');
const result = document.getElementById('list-import-check');
const problem = document.getElementById('list-import-problem');
const run = document.getElementById('list-import-run');

const restBeforeCheck = 600;
let kind = 'include';
let listId = 0;
let checking = null;
let timer = 0;

// The dialog belongs to the page as a whole, not to the card in which it was written.
document.body.append(dialog);

function open(button) {
    kind = button.dataset.listImport;
    listId = button.dataset.listId ?? 0;
    form.reset();
    clear();
    const texts = page.kinds[kind];
    document.getElementById('list-import-title').textContent = button.dataset.listName ? `${texts.title}: ${button.dataset.listName}` : texts.title;
    document.getElementById('list-import-text').textContent = texts.text;
    document.getElementById('list-import-naming').hidden = kind === 'replace';
    run.textContent = texts.run;
    window.jQuery(dialog).modal('show');
}

function clear() {
    clearTimeout(timer);
    checking?.abort();
    checking = null;
    result.replaceChildren();
    problem.textContent = '';
    run.disabled = true;
}

/** The chosen file, or what was pasted as one. */
const chosen = () => fileInput.files[0] ?? (pasted.value.trim() ? new File([pasted.value], 'pasted.txt', { type: 'text/plain' }) : null);

async function post(url, fields, signal) {
    const body = new FormData(form);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const response = await fetch(url, { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest' }, credentials: 'same-origin', signal });
    if (!response.ok || response.redirected) throw new Error(response.status === 413 ? page.texts.tooLarge : page.texts.failed);
    const answer = await response.json();
    if (answer.error) throw new Error(answer.error);
    return answer;
}

async function check() {
    clear();
    const file = chosen();
    if (!file) return;
    if (file.size > page.maximumSize) {
        problem.textContent = page.texts.tooLarge;
        return;
    }

    const mine = checking = new AbortController();
    result.textContent = page.texts.checking;
    try {
        const answer = await post(page.checkUrl, { file }, mine.signal);
        if (mine === checking) show(answer);
    } catch (error) {
        if (mine !== checking) return;
        result.replaceChildren();
        problem.textContent = messageOf(error);
    }
}

/** An error of the browser's own says nothing to a merchant. */
const messageOf = error => error instanceof TypeError || error instanceof SyntaxError ? page.texts.failed : error.message;

function element(tag, text, className) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
}

function show(answer) {
    result.replaceChildren();
    problem.textContent = answer.problem ?? '';
    run.disabled = Boolean(answer.problem);
    if (answer.problem) return;

    const facts = document.createElement('ul');
    facts.append(...answer.facts.map(fact => element('li', fact)));
    result.append(facts);
    if (answer.unreadable.length === 0) return;
    const lines = document.createElement('details');
    const list = document.createElement('ul');
    list.append(...answer.unreadable.map(line => element('li', line)));
    lines.append(element('summary', page.texts.lines), list);
    result.append(lines);
}

fileInput.addEventListener('change', () => {
    pasted.value = '';
    const file = fileInput.files[0];
    if (file) nameInput.value = file.name.replace(/\.[^.]*$/, '').slice(0, nameInput.maxLength);
    check();
});

pasted.addEventListener('input', () => {
    fileInput.value = '';
    clear();
    timer = setTimeout(check, restBeforeCheck);
});

form.addEventListener('submit', async event => {
    event.preventDefault();
    const name = nameInput.value.trim();
    problem.textContent = '';
    if (kind !== 'replace' && !name) {
        problem.textContent = page.texts.unnamed;
        nameInput.focus();
        return;
    }

    const fields = kind === 'replace'
        ? { segmentId: page.segmentId, listId, file: chosen() }
        : { segmentId: page.segmentId, isExcluded: kind === 'exclude', name, file: chosen() };
    run.disabled = true;
    run.textContent = page.texts.running;
    try {
        const answer = await post(kind === 'replace' ? page.replaceUrl : page.importUrl, fields);
        if (answer.url) {
            window.location.assign(answer.url);
            return;
        }
        problem.textContent = answer.problem;
    } catch (error) {
        problem.textContent = messageOf(error);
    }
    run.disabled = false;
    run.textContent = page.kinds[kind].run;
});

for (const button of document.querySelectorAll('[data-list-import]')) button.addEventListener('click', () => open(button));
