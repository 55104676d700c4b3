// The page of one segment: the tiles, the grid of members, and the state, which the page follows by itself while the members are being found.
const page = JSON.parse(document.getElementById('segment-details-data').textContent);
const escape = window.escapeHtml;
const pollMilliseconds = 1500;
const element = id => document.getElementById(id);

window.memberName = (name, type, row) =>
    `<a href="${escape(page.customerUrl.replace(/0$/, String(Number(row.Id))))}">${escape(name)}</a>`
    + ` <button type="button" class="btn btn-link why-member" data-id="${Number(row.Id)}">`
    + `${escape(page.why)}<span class="sr-only"> ${escape(name)}</span></button>`;

async function read(url) {
    const response = await fetch(url, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' });
    if (!response.ok || response.redirected)
        throw new Error(`${response.status}`);
    return response.json();
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

function showStatus(segment) {
    const icon = document.createElement('i');
    icon.className = segment.State.Icon;
    icon.setAttribute('aria-hidden', 'true');
    element('segment-state').replaceChildren(icon, ` ${segment.State.Text}`);
    element('segment-reason').textContent = segment.State.Reason;
    element('segment-refreshed').textContent = segment.Refreshed;
    element('segment-duration').textContent = segment.Duration;
    element('segment-share').textContent = segment.Share;
    element('segment-computing').hidden = !segment.State.Computing;
    const refresh = element('segment-refresh');
    if (refresh)
        refresh.disabled = segment.State.Computing;
}

async function follow() {
    try {
        const segment = await read(page.statusUrl);
        showStatus(segment);
        if (!segment.State.Computing) {
            showFigures();
            window.updateTable('#members-grid');
            return;
        }
    } catch {
        // The shop may just be restarting: ask again.
    }
    setTimeout(follow, pollMilliseconds);
}

// A grid without rows says what to do, unless it was a search that found nothing, or the members are only being found.
window.jQuery('#members-grid').on('xhr.dt', (event, settings, answer) => {
    const searching = element('SearchMember').value.trim() !== '';
    const none = Boolean(answer) && answer.recordsTotal === 0 && !searching && element('segment-computing').hidden;
    element('segment-no-members').hidden = !none;
    element('segment-no-members').parentElement.classList.toggle('segment-without-members', none);
});

element('SearchMember').addEventListener('search', () => element('search-members').click());

showFigures();
if (page.computing)
    setTimeout(follow, pollMilliseconds);
