// The page of a trigger: shows the fields of the chosen action, says for how many customers the trigger would do something as the form stands, tries a
// webhook, and draws the grid of what was done.
const page = JSON.parse(document.getElementById('trigger-data').textContent);
const by = id => document.getElementById(id);
const form = by('trigger-form');
const preview = by('trigger-preview');
const escape = window.escapeHtml;
const pauseMilliseconds = 300;

window.firingCustomer = (name, type, row) => {
    const id = Number(row.CustomerId);
    return id === 0
        ? `<span class="text-muted">${escape(name)}</span>`
        : `<a href="${escape(page.customerUrl.replace(/0$/, String(id)))}">${escape(name)}</a><div class="text-muted">${escape(row.Email)}</div>`;
};

window.firingState = (state, type, row) => `<i class="${escape(row.Icon)}" aria-hidden="true"></i> ${escape(state)}`;

const action = () => by('ActionId').value;
const leaving = () => by('trigger-leaves').checked;

// A field that nobody sees is not sent: it could not be mended if the browser found it wrong.
function show(row, visible) {
    row.hidden = !visible;
    for (const field of row.querySelectorAll('input, select'))
        field.disabled = !visible;
}

function showFields() {
    for (const row of form.querySelectorAll('[data-actions]'))
        show(row, row.dataset.actions.split(' ').includes(action()));
    for (const row of form.querySelectorAll('[data-event=entering]'))
        show(row, !leaving());
    for (const row of form.querySelectorAll('[data-repeat]'))
        show(row, row.dataset.repeat === by('RepeatId').value);
}

// The mail follows the action as long as it is one of those that come with the plugin.
function fitTemplate() {
    const fitting = page.fittingTemplates[`${action()}${leaving() ? '-leaving' : ''}`];
    const select = by('MessageTemplateId');
    const stock = Object.values(page.fittingTemplates).map(String);
    if (fitting !== undefined && (stock.includes(select.value) || select.value === '0' || select.value === ''))
        window.jQuery(select).val(String(fitting)).trigger('change');
}

async function post(url, data, signal) {
    const response = await fetch(url, { method: 'POST', body: data, headers: { 'X-Requested-With': 'XMLHttpRequest' }, signal });
    if (!response.ok || response.redirected)
        throw new Error(`${response.status}`);
    return response.json();
}

function line(text, className) {
    const element = document.createElement('p');
    element.textContent = text;
    element.className = className;
    return element;
}

let asking;
async function count() {
    // An answer to an older question must not stand in the place of a newer one's.
    asking?.abort();
    const own = asking = new AbortController();
    preview.setAttribute('aria-busy', 'true');
    try {
        const answer = await post(page.previewUrl, new URLSearchParams(new FormData(form)), own.signal);
        if (answer.error)
            throw new Error(answer.error);
        preview.replaceChildren(
            ...answer.Lines.map(text => line(text, '')),
            ...answer.Warning ? [line(answer.Warning, 'segment-trigger-warning')] : []);
    } catch {
        if (!own.signal.aborted)
            preview.replaceChildren(line(page.texts.failed, 'text-muted'));
    } finally {
        if (!own.signal.aborted)
            preview.removeAttribute('aria-busy');
    }
}

let timer;
function countSoon() {
    clearTimeout(timer);
    timer = setTimeout(count, pauseMilliseconds);
}

async function test() {
    const answer = by('trigger-test-answer');
    const token = new FormData(form).get('__RequestVerificationToken') ?? document.querySelector('[name=__RequestVerificationToken]').value;
    by('trigger-test').disabled = true;
    answer.textContent = page.texts.testing;
    try {
        const result = await post(page.testUrl, new URLSearchParams({ __RequestVerificationToken: token }));
        answer.textContent = result.error ?? result.Text;
    } catch {
        answer.textContent = page.texts.testFailed;
    }
    by('trigger-test').disabled = false;
}

// The test goes to the address that is saved.
function offerTest() {
    const changed = by('Url').value !== by('Url').defaultValue;
    by('trigger-test').disabled = changed;
    by('trigger-test-answer').textContent = changed ? page.texts.saveFirst : '';
}

// Drop-down lists of select2 tell of a change through jQuery only.
window.jQuery(form).on('change', event => {
    if (event.target.id === 'ActionId' || event.target.name === 'OnLeaving')
        fitTemplate();
    showFields();
    countSoon();
});
form.addEventListener('input', countSoon);
if (by('trigger-test')) {
    by('trigger-test').addEventListener('click', test);
    by('Url').addEventListener('input', offerTest);
    // It is longer than its field on a small screen, and only there to be copied.
    by('trigger-secret').addEventListener('focus', event => event.target.select());
}

if (by('trigger-log')) {
    // A grid without rows says why, unless it shows only a part.
    window.jQuery('#firings-grid').on('xhr.dt', (event, settings, answer) => {
        const none = Boolean(answer) && answer.recordsTotal === 0 && by('SearchState').value === '-1';
        by('trigger-no-log').hidden = !none;
        by('trigger-log').classList.toggle('segment-without-history', none);
    });
    by('SearchState').addEventListener('change', () => window.updateTable('#firings-grid'));
}

showFields();
preview.replaceChildren(line(page.texts.counting, 'text-muted'));
count();
