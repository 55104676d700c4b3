// The page of one segment: the tiles, the grid of members, and the state, which the page follows by itself while the members are being found.
const page = JSON.parse(document.getElementById('segment-details-data').textContent);
const escape = window.escapeHtml;
const pollMilliseconds = 1500;
const hiddenMilliseconds = 20_000;
const element = id => document.getElementById(id);

window.memberName = (name, type, row) =>
    `<a href="${escape(page.customerUrl.replace(/0$/, String(Number(row.Id))))}">${escape(name)}</a>`
    + ` <button type="button" class="btn btn-link why-member" data-id="${Number(row.Id)}">`
    + `${escape(page.why)}<span class="sr-only"> ${escape(name)}</span></button>`;

window.changeCustomer = (name, type, row) => {
    const id = Number(row.CustomerId);
    return id === 0
        ? `<span class="text-muted">${escape(name)}</span>`
        : `<a href="${escape(page.customerUrl.replace(/0$/, String(id)))}">${escape(name)}</a><div class="text-muted">${escape(row.Email)}</div>`;
};

window.changeWord = (word, type, row) =>
    `<i class="${row.Entered ? 'fas fa-sign-in-alt text-success' : 'fas fa-sign-out-alt text-muted'}" aria-hidden="true"></i> ${escape(word)}`;

async function ask(url) {
    const response = await fetch(url, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' });
    if (!response.ok || response.redirected)
        throw new Error(`${response.status}`);
    return response;
}

const read = async url => (await ask(url)).json();

// It is the page's own part that the server draws anew: its texts are encoded there.
async function showTrend() {
    try {
        element('segment-trend').innerHTML = await (await ask(page.trendUrl)).text();
    } catch {
        // The line of before stays.
    }
}

async function showFigures() {
    const tiles = element('segment-tiles');
    tiles.setAttribute('aria-busy', 'true');
    try {
        const answer = await read(page.figuresUrl);
        for (const figure of answer.Figures) {
            const tile = tiles.querySelector(`[data-figure="${figure.Name}"]`);
            tile.querySelector('[data-value]').textContent = figure.Members;
            tile.querySelector('[data-others]').textContent = figure.Others;
        }
    } catch {
        for (const value of tiles.querySelectorAll('[data-value]'))
            value.textContent = page.failed;
    } finally {
        tiles.setAttribute('aria-busy', 'false');
    }
}

// A bar without a value says that nobody knows how long it will take.
function showBar(progress) {
    const bar = element('segment-progress-bar');
    bar.style.width = `${progress.Percent}%`;
    if (progress.PercentText)
        bar.setAttribute('aria-valuenow', String(progress.Percent));
    else
        bar.removeAttribute('aria-valuenow');
}

function showProgress(segment) {
    const progress = segment.Progress;
    element('segment-progress').hidden = !progress;
    if (!progress)
        return;

    showBar(progress);
    for (const [name, text] of Object.entries({
        text: progress.Text, percent: progress.PercentText, moved: progress.Moved, time: progress.Time, by: progress.By, interruption: progress.Interruption
    }))
        element(`segment-progress-${name}`).textContent = text;
    element('segment-progress-note').hidden = segment.FirstTime;
    announce(progress);
}

// A screen reader hears each quarter, not each second.
let announced = -1;
function announce(progress) {
    const quarter = progress.PercentText ? Math.floor(progress.Percent / 25) : -1;
    if (quarter === announced)
        return;
    announced = quarter;
    element('segment-progress-live').textContent = `${progress.PercentText} ${progress.Text}`.trim();
}

function showMembers(firstTime) {
    element('segment-first-time').hidden = !firstTime;
    element('segment-members').classList.toggle('segment-without-members', firstTime);
}

function showStatus(segment) {
    const icon = document.createElement('i');
    icon.className = segment.State.Icon;
    icon.setAttribute('aria-hidden', 'true');
    element('segment-state').replaceChildren(icon, ` ${segment.State.Text}`);
    element('segment-reason').textContent = segment.State.Reason;
    element('segment-refreshed').textContent = segment.Refreshed;
    element('segment-duration').textContent = segment.Duration;
    element('segment-share').textContent = segment.Share;
    showProgress(segment);
    const refresh = element('segment-refresh');
    if (refresh)
        refresh.disabled = Boolean(segment.Progress);
}

function showOutcome(segment) {
    announced = -1;
    element('segment-progress-live').textContent = `${segment.State.Text}. ${page.over.replace('{0}', segment.Members)}`;
    showMembers(segment.FirstTime);
    showFigures();
    showTrend();
    window.updateTable('#members-grid');
    window.updateTable('#history-grid');
}

async function follow() {
    let segment;
    try {
        segment = await read(page.statusUrl);
    } catch {
        // The shop may just be restarting: ask again.
        wait();
        return;
    }
    showStatus(segment);
    if (segment.Progress)
        wait();
    else
        showOutcome(segment);
}

// Nobody looks at a hidden page: it asks seldom, and at once when it is looked at again.
let timer;
function wait() {
    clearTimeout(timer);
    timer = setTimeout(follow, document.hidden ? hiddenMilliseconds : pollMilliseconds);
}

document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !element('segment-progress').hidden)
        wait();
});

// A grid without rows says what to do, unless it was a search that found nothing, or the members are only being found.
window.jQuery('#members-grid').on('xhr.dt', (event, settings, answer) => {
    if (!element('segment-first-time').hidden)
        return;
    const searching = element('SearchMember').value.trim() !== '';
    const none = Boolean(answer) && answer.recordsTotal === 0 && !searching && element('segment-progress').hidden;
    element('segment-no-members').hidden = !none;
    element('segment-members').classList.toggle('segment-without-members', none);
});

// So does the history, unless it shows only a part of it.
window.jQuery('#history-grid').on('xhr.dt', (event, settings, answer) => {
    const none = Boolean(answer) && answer.recordsTotal === 0 && element('SearchChange').value === '0';
    element('segment-no-history').hidden = !none;
    element('segment-history').classList.toggle('segment-without-history', none);
});

element('SearchChange').addEventListener('change', () => window.updateTable('#history-grid'));
element('SearchMember').addEventListener('search', () => element('search-members').click());

showFigures();
if (page.busy)
    wait();
