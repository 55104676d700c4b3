// The campaign page: says how many subscribers will get the campaign as the form stands, and keeps that true while the form is being filled in.
const page = JSON.parse(document.getElementById('segment-campaign-data').textContent);
const line = document.getElementById('segment-recipients');
const form = line.closest('form');
const fields = ['SegmentIds', 'StoreId', 'NewsLetterSubscriptionTypeId', 'CustomerRoleId'];
const pauseMilliseconds = 250;
let asking;
let timer;

function question() {
    const filled = new FormData(form);
    const body = new URLSearchParams();
    for (const name of [...fields, '__RequestVerificationToken'])
        for (const value of filled.getAll(name))
            body.append(name, value);
    return body;
}

function show(text, warning) {
    line.textContent = text;
    line.toggleAttribute('data-warning', warning);
}

async function count() {
    // An answer to an older question must not stand in the place of a newer one's.
    asking?.abort();
    const own = asking = new AbortController();
    show(page.counting, false);
    try {
        const response = await fetch(page.url, {
            method: 'POST', body: question(), headers: { 'X-Requested-With': 'XMLHttpRequest' }, signal: own.signal
        });
        if (!response.ok)
            throw new Error(`${response.status}`);

        const answer = await response.json();
        show(answer.error ?? answer.Text, Boolean(answer.error) || answer.Warning);
    } catch {
        if (!own.signal.aborted)
            show(page.failed, true);
    }
}

// Drop-down lists of select2 tell of a change through jQuery only.
window.jQuery(form).on('change', 'select', event => {
    if (!fields.includes(event.target.name))
        return;
    clearTimeout(timer);
    timer = setTimeout(count, pauseMilliseconds);
});

count();
