// The campaign page: says how many subscribers will get the campaign as the form stands, keeps that true while the form is being filled in, and sends
// the saved campaign to its segments, page by page.
const page = JSON.parse(document.getElementById('segment-campaign-data').textContent);
const by = id => document.getElementById(id);
const line = by('segment-recipients');
const unreached = by('segment-unreached');
const form = line.closest('form');
const fields = ['SegmentIds', 'ExcludedSegmentIds', 'StoreId', 'NewsLetterSubscriptionTypeId', 'CustomerRoleId'];
// What these say is not part of the campaign: they may change without its being saved.
const passing = ['EmailAccountId', 'TestEmail', 'SendEmailAccountId', '__RequestVerificationToken'];
const pauseMilliseconds = 250;
let asking;
let timer;
let report;

function body(values) {
    const data = new URLSearchParams(values);
    data.append('__RequestVerificationToken', new FormData(form).get('__RequestVerificationToken')
        ?? document.querySelector('[name=__RequestVerificationToken]').value);
    return data;
}

const options = () => page.maySend
    ? { campaignId: page.campaignId, onlyNew: by('segment-only-new').checked, quietDays: by('segment-quiet-days').valueAsNumber || 0 }
    : { campaignId: page.campaignId };

async function ask(url, data, signal) {
    const response = await fetch(url, { method: 'POST', body: data, headers: { 'X-Requested-With': 'XMLHttpRequest' }, signal });
    if (!response.ok)
        throw new Error(`${response.status}`);
    return response.json();
}

function question() {
    const filled = new FormData(form);
    const data = body(options());
    for (const name of fields)
        for (const value of filled.getAll(name))
            data.append(name, value);
    return data;
}

function show(text, warning) {
    line.textContent = text;
    line.toggleAttribute('data-warning', warning);
}

function showUnreached(members, reasons) {
    unreached.hidden = !members;
    unreached.querySelector('p').textContent = members;
    unreached.querySelector('ul').replaceChildren(...reasons.map(reason => {
        const item = document.createElement('li');
        item.textContent = reason;
        return item;
    }));
}

async function count() {
    // An answer to an older question must not stand in the place of a newer one's.
    asking?.abort();
    const own = asking = new AbortController();
    report = undefined;
    show(page.counting, false);
    showButtons();
    try {
        const answer = await ask(page.url, question(), own.signal);
        report = answer.error ? undefined : answer;
        show(answer.error ?? answer.Text, Boolean(answer.error) || answer.Warning);
        showUnreached(answer.Members ?? '', answer.Reasons ?? []);
    } catch {
        if (!own.signal.aborted) {
            show(page.failed, true);
            showUnreached('', []);
        }
    }
    showButtons();
}

function countSoon() {
    clearTimeout(timer);
    timer = setTimeout(count, pauseMilliseconds);
}

// ---- sending

let sending = page.sending;
let running = false;
let pausing = false;
let asked = false;

const state = () => JSON.stringify([...new FormData(form)].filter(([name]) => !passing.includes(name)));
const saved = state();

function showButtons() {
    if (!page.maySend)
        return;
    const open = sending.Number > 0 && !sending.Finished;
    const unsaved = state() !== saved;
    by('segment-send').hidden = open || running || asked;
    by('segment-send').disabled = unsaved || !report || report.Recipients === 0;
    by('segment-question').hidden = !asked;
    by('segment-unsaved').hidden = !unsaved || open;
    by('segment-continue').hidden = by('segment-end').hidden = !open || running;
    by('segment-pause').hidden = !running;
    by('segment-pause').disabled = pausing;
    by('segment-send-options').hidden = open || running;
    by('segment-sending').hidden = !open && !running;
}

function showSending(text) {
    const bar = by('segment-sending-bar');
    bar.max = Math.max(sending.Total, sending.Sent, 1);
    bar.value = sending.Sent;
    by('segment-sending-text').textContent = text;
    showButtons();
}

async function step(url, values) {
    const answer = await ask(url, body({ campaignId: page.campaignId, number: sending.Number, ...values }));
    const error = answer.error ?? answer.Error;
    if (error) {
        running = false;
        showSending(error);
        return false;
    }
    sending = answer;
    showSending(sending.Text);
    return true;
}

async function run(url, values) {
    running = true;
    pausing = false;
    asked = false;
    showButtons();
    // The button that was clicked is gone: who uses the keyboard goes on from the one in its place.
    by('segment-pause').focus();
    try {
        if (url && !await step(url, values))
            return;
        while (!pausing && !sending.Finished)
            if (!await step(page.pageUrl, { after: sending.After }))
                return;
        running = false;
        showSending(sending.Text);
        if (!sending.Finished)
            by('segment-continue').focus();
    } catch {
        running = false;
        // Where the next page begins is looked for anew.
        sending.After = 0;
        showSending(page.broken);
    }
    await count();
}

function listenToSending() {
    by('segment-send').addEventListener('click', () => {
        asked = true;
        by('segment-question-text').textContent = report.Question;
        showButtons();
        by('segment-no').focus();
    });
    by('segment-no').addEventListener('click', () => {
        asked = false;
        showButtons();
        by('segment-send').focus();
    });
    by('segment-yes').addEventListener('click', () => run(page.beginUrl, {
        ...options(), number: sending.Number + 1, emailAccountId: new FormData(form).get('EmailAccountId') ?? 0
    }));
    by('segment-continue').addEventListener('click', () => run());
    // The page that is under way is sent still.
    by('segment-pause').addEventListener('click', () => {
        pausing = true;
        showButtons();
    });
    by('segment-end').addEventListener('click', async () => {
        try {
            await step(page.endUrl, {});
        } catch {
            showSending(page.broken);
        }
        await count();
    });
    for (const id of ['segment-only-new', 'segment-quiet-days'])
        by(id).addEventListener('input', countSoon);
    form.addEventListener('input', showButtons);
    // Leaving the page pauses the sending; it can be continued, but the merchant should know.
    window.addEventListener('beforeunload', event => {
        if (running)
            event.preventDefault();
    });
    if (sending.Number > 0)
        showSending(sending.Text);
}

// Drop-down lists of select2 tell of a change through jQuery only.
window.jQuery(form).on('change', 'select', event => {
    asked = false;
    showButtons();
    if (fields.includes(event.target.name))
        countSoon();
});

if (page.maySend)
    listenToSending();
count();
