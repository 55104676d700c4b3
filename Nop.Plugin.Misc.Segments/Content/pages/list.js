// The list of segments: how its grid draws a row, the copy button and the export. The grid looks the functions up by name.
const texts = JSON.parse(document.getElementById('segments-list-data').textContent);
const escape = window.escapeHtml;
const pollMilliseconds = 2500;
const hiddenMilliseconds = 20_000;

window.segmentName = (name, type, row) => {
    const words = escape(row.Words);
    return `<a href="${escape(texts.detailsUrl)}/${Number(row.Id)}" class="segment-name">${escape(name)}</a>`
        + `<div class="segment-words text-muted" title="${words}">${words}</div>`;
};

window.segmentMembers = (members, type, row) => row.FirstTime
    ? `<span class="text-muted">${escape(members)}</span>`
    : `<span class="segment-number">${escape(members)}</span>`
    + `<div class="text-muted">${escape(texts.shareText.replace('{0}', row.Share))}</div>`;

window.segmentRefreshed = (refreshed, type, row) =>
    `${escape(refreshed)}<div class="text-muted">${escape(row.Duration)}</div>`;

const progressBar = progress => {
    const percent = Number(progress.Percent);
    const value = progress.PercentText ? ` aria-valuenow="${percent}"` : '';
    return `<div class="progress progress-xs segment-row-progress"><div class="progress-bar bg-info" role="progressbar" aria-label="${escape(progress.Text)}"`
        + ` aria-valuemin="0" aria-valuemax="100"${value} style="width: ${percent}%"></div></div>`
        + `<div class="segment-reason text-muted">${escape(`${progress.PercentText} ${progress.Text}`.trim())}</div>`;
};

window.segmentState = (state, type, row) =>
    `<span><i class="${escape(state.Icon)}" aria-hidden="true"></i> ${escape(state.Text)}</span>`
    + (state.Reason ? `<div class="segment-reason text-muted">${escape(state.Reason)}</div>` : '')
    + (row.Progress ? progressBar(row.Progress) : '');

window.segmentCopy = id =>
    `<button type="button" class="btn btn-default segment-copy" data-id="${Number(id)}">`
    + `<i class="far fa-clone" aria-hidden="true"></i>${escape(texts.copyText)}</button>`;

document.addEventListener('click', event => {
    const button = event.target.closest('.segment-copy');
    if (!button)
        return;

    const form = document.getElementById('segment-copy-form');
    form.elements.namedItem('id').value = button.dataset.id;
    form.submit();
});

// Export takes the ticked segments, on whatever page of the grid they are, or all of them.
const exportForm = document.getElementById('segments-export-form');
const chosenIds = () => [...new Set((window.selectedIds ?? []).map(String))];

function showExport() {
    const count = chosenIds().length;
    document.getElementById('segments-export-text').textContent =
        count === 0 ? texts.exportAllText : texts.exportChosenText.replace('{0}', String(count));
}

if (exportForm) {
    // The grid keeps its own list of what is ticked; it is up to date once all have heard of the change.
    document.addEventListener('change', event => {
        if (event.target.matches('#segments-grid input[type=checkbox], #segments-grid_wrapper .mastercheckbox'))
            setTimeout(showExport);
    });
    document.getElementById('search-segments').addEventListener('click', () => setTimeout(showExport));
    exportForm.addEventListener('submit', () => {
        for (const old of exportForm.querySelectorAll('input[name=ids]'))
            old.remove();
        for (const id of chosenIds()) {
            const field = document.createElement('input');
            Object.assign(field, { type: 'hidden', name: 'ids', value: id });
            exportForm.append(field);
        }
    });
}

// While a refresh waits or goes on for a row, the page is read again, without leaving it. There is no grid where there is no segment.
const grid = window.jQuery('#segments-grid');
let busy = false;
let timer;
function wait() {
    clearTimeout(timer);
    if (busy)
        timer = setTimeout(() => grid.DataTable().ajax.reload(null, false), document.hidden ? hiddenMilliseconds : pollMilliseconds);
}
grid.on('xhr.dt', (event, settings, answer) => {
    busy = Boolean(answer?.Data?.some(row => row.Progress));
    wait();
});
document.addEventListener('visibilitychange', wait);
