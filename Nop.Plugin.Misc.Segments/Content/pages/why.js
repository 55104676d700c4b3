// Why customers are in segments, or are not: the card on a segment's page, and the block on a customer's page.
const page = JSON.parse(document.getElementById('segment-why-data').textContent);
const texts = page.texts;
const pauseMilliseconds = 250;
const leastLetters = 2;
const element = id => document.getElementById(id);

function create(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
        made.setAttribute(key, value);
    made.append(...children);
    return made;
}

const icon = classes => create('i', { class: classes, 'aria-hidden': 'true' });
const fill = (text, value) => text.replace('{0}', value);

async function post(url, data, signal) {
    const body = new URLSearchParams(data);
    body.set('__RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]').value);
    const response = await fetch(url, { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest' }, signal });
    if (!response.ok || response.redirected)
        throw new Error(`${response.status}`);
    return response.json();
}

// The tree.

function outcome(rule) {
    return create('span', { class: `why-outcome ${rule.IsAsItShouldBe ? 'why-good' : 'why-bad'}` },
        icon(rule.IsMet ? 'fas fa-check' : 'fas fa-times'), create('span', {}, rule.IsMet ? texts.met : texts.notMet));
}

function comparison(condition) {
    return create('div', { class: 'why-comparison' },
        create('span', {}, `${condition.Name}: `, create('strong', {}, condition.Actual)), ' ', create('span', { class: 'why-asked' }, condition.Asked));
}

function drawRule(rule) {
    const body = create('div', { class: 'why-body' }, create('div', { class: 'why-text' }, rule.Text));
    if (rule.Name)
        body.append(comparison(rule));
    const item = create('li', { class: rule.Rules.length > 0 ? 'why-rule why-group' : 'why-rule' }, create('div', { class: 'why-line' }, outcome(rule), body));
    if (rule.Rules.length > 0)
        item.append(create('ul', { class: 'why-rules' }, ...rule.Rules.map(drawRule)));
    return item;
}

function drawExplanation(explanation) {
    const parts = [];
    if (explanation.Note)
        parts.push(create('p', { class: 'why-note' }, icon('fas fa-info-circle'), ` ${explanation.Note}`));
    if (explanation.Rules)
        parts.push(create('p', { class: 'why-who' }, texts.who), create('ul', { class: 'why-rules why-outermost' }, drawRule(explanation.Rules)));
    return parts;
}

function answerParts(explanation) {
    const parts = [];
    if (explanation.Answer)
        parts.push(create('strong', { class: explanation.Matches ? 'why-good' : 'why-bad' },
            icon(explanation.Matches ? 'fas fa-check-circle' : 'fas fa-times-circle'), ` ${explanation.Answer}`));
    if (explanation.Standing)
        parts.push(' ', create('span', {}, explanation.Standing));
    parts.push(' ', create('span', { class: 'text-muted' }, explanation.Membership));
    return parts;
}

// Shows the answer in one place, which is read out, and the tree in another, which is not read out by itself.
async function explain(segmentId, customerId, answer, tree) {
    tree.replaceChildren();
    answer.replaceChildren(icon('fas fa-spinner fa-spin'), ` ${texts.loading}`);
    const asked = answer.dataset.asked = `${segmentId}/${customerId}`;
    try {
        const explanation = await post(page.explainUrl, { id: segmentId, customerId });
        if (answer.dataset.asked !== asked)
            return;
        answer.replaceChildren(...answerParts(explanation));
        tree.replaceChildren(...drawExplanation(explanation));
    } catch {
        if (answer.dataset.asked === asked)
            answer.replaceChildren(texts.failed);
    }
}

// A segment's page: a box that finds customers while one types, and the buttons in the grid of members.

function startSearch(input) {
    const list = element('why-customers');
    const status = element('why-search-status');
    let found = [];
    let active = -1;
    let asking;
    let timer;

    function close() {
        list.hidden = true;
        active = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    function mark(index) {
        active = index;
        [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
        input.setAttribute('aria-activedescendant', list.children[index].id);
        list.children[index].scrollIntoView({ block: 'nearest' });
    }

    function choose(index) {
        const customer = found[index];
        input.value = customer.Email || customer.Name;
        status.textContent = '';
        close();
        explain(page.segmentId, customer.Id, element('why-answer'), element('why-tree'));
    }

    function draw() {
        list.replaceChildren(...found.map((customer, i) => {
            const option = create('li', { role: 'option', id: `why-customer-${i}`, 'aria-selected': 'false' },
                create('span', {}, customer.Name), ' ', create('span', { class: 'why-email' }, customer.Email));
            option.addEventListener('mousedown', event => event.preventDefault());
            option.addEventListener('click', () => choose(i));
            return option;
        }));
        active = -1;
        input.removeAttribute('aria-activedescendant');
        list.hidden = found.length === 0;
        input.setAttribute('aria-expanded', String(found.length > 0));
    }

    async function search() {
        // An answer to an older question must not stand in the place of a newer one's.
        asking?.abort();
        const term = input.value.trim();
        found = [];
        if (term.length < leastLetters) {
            draw();
            status.textContent = '';
            return;
        }

        const own = asking = new AbortController();
        status.textContent = texts.searching;
        try {
            found = await post(page.customersUrl, { term }, own.signal);
            draw();
            status.textContent = found.length === 0 ? texts.none : found.length === 1 ? texts.foundOne : fill(texts.found, found.length);
        } catch {
            if (own.signal.aborted)
                return;
            draw();
            status.textContent = texts.failed;
        }
    }

    input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(search, pauseMilliseconds);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (found.length === 0)
                return;
            if (list.hidden)
                draw();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            mark(active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length);
        } else if (event.key === 'Enter' && !list.hidden) {
            event.preventDefault();
            choose(Math.max(active, 0));
        } else if (event.key === 'Escape') {
            close();
        }
    });
}

document.addEventListener('click', event => {
    const button = event.target.closest('.why-member');
    if (!button)
        return;
    element('why-card').scrollIntoView({ block: 'start' });
    element('why-answer').focus({ preventScroll: true });
    explain(page.segmentId, button.dataset.id, element('why-answer'), element('why-tree'));
});

// A customer's page: why for each segment, and the segments that the customer is nearly in.

function toggle(button) {
    const block = element(button.getAttribute('aria-controls'));
    block.hidden = !block.hidden;
    button.setAttribute('aria-expanded', String(!block.hidden));
    if (!block.hidden)
        explain(button.dataset.whySegment, page.customerId, block.querySelector('[data-answer]'), block.querySelector('[data-tree]'));
}

function drawMissing(condition) {
    const item = create('li', { class: 'why-rule' }, create('div', { class: 'why-text' }, condition.Text), comparison(condition));
    if (condition.More)
        item.append(create('span', { class: 'why-more' }, condition.More));
    return item;
}

function drawNear(segment) {
    return create('li', { class: 'why-near' },
        create('a', { href: page.segmentUrl.replace(/0$/, String(Number(segment.Id))) }, segment.Name),
        create('ul', { class: 'why-rules' }, ...segment.Missing.map(drawMissing)));
}

async function showNearly(button) {
    const status = element('why-nearly-status');
    const list = element('why-nearly');
    button.disabled = true;
    status.replaceChildren(icon('fas fa-spinner fa-spin'), ` ${texts.loading}`);
    list.replaceChildren();
    try {
        const nearly = await post(page.nearlyUrl, { customerId: page.customerId });
        const none = nearly.Segments.length === 0 ? texts.nearlyNone : '';
        status.replaceChildren([none, nearly.Note].filter(Boolean).join(' '));
        list.replaceChildren(...nearly.Segments.map(drawNear));
    } catch {
        status.replaceChildren(texts.failed);
    } finally {
        button.disabled = false;
    }
}

if (element('why-customer'))
    startSearch(element('why-customer'));
for (const button of document.querySelectorAll('[data-why-segment]'))
    button.addEventListener('click', () => toggle(button));
element('why-nearly-show')?.addEventListener('click', event => showNearly(event.currentTarget));
