// The health page: how its grids draw a row, and the buttons of customers who are set aside. The grids look the functions up by name.
const page = JSON.parse(document.getElementById('segments-health-data').textContent);
const escape = window.escapeHtml;
const pollMilliseconds = 2500;
const hiddenMilliseconds = 20_000;

const state = value => `<span><i class="${escape(value.Icon)}" aria-hidden="true"></i> ${escape(value.Text)}</span>`;
const muted = text => text ? `<div class="segment-reason text-muted">${escape(text)}</div>` : '';

window.rowSegment = (name, type, row) => `<a href="${escape(page.segmentUrl)}/${Number(row.SegmentId)}">${escape(name)}</a>`;

window.refreshState = (value, type, row) => {
    const progress = row.Progress;
    if (!progress?.PercentText)
        return state(value) + muted(value.Reason);

    const percent = Number(progress.Percent);
    return state(value)
        + `<div class="progress progress-xs segment-row-progress"><div class="progress-bar bg-info" role="progressbar" aria-label="${escape(progress.Text)}"`
        + ` aria-valuemin="0" aria-valuemax="100" aria-valuenow="${percent}" style="width: ${percent}%"></div></div>`
        + muted(progress.PercentText) + muted(progress.Interruption);
};

window.setAsideCustomer = (name, type, row) => row.Exists
    ? `<a href="${escape(page.customerUrl)}/${Number(row.CustomerId)}">${escape(name)}</a>`
    : `<span class="text-muted">${escape(name)}</span>`;

const button = (row, url, icon, text, title) =>
    `<button type="button" class="btn btn-default set-aside-button" data-url="${escape(url)}" data-segment="${Number(row.SegmentId)}"`
    + ` data-customer="${Number(row.CustomerId)}" title="${escape(title)}"><i class="${icon}" aria-hidden="true"></i> ${escape(text)}`
    + `<span class="sr-only"> ${escape(row.Customer)}</span></button>`;

window.setAsideActions = (id, type, row) => '<div class="health-row-actions">'
    + button(row, page.retryUrl, 'fas fa-redo', page.retry, '') + button(row, page.dismissUrl, 'far fa-eye-slash', page.dismiss, page.dismissHint) + '</div>';

document.addEventListener('click', event => {
    const pressed = event.target.closest('.set-aside-button');
    if (!pressed)
        return;

    const form = document.getElementById('set-aside-form');
    form.action = pressed.dataset.url;
    form.elements.namedItem('segmentId').value = pressed.dataset.segment;
    form.elements.namedItem('customerId').value = pressed.dataset.customer;
    form.submit();
});

// While a refresh waits or goes on, the grid is read again, seldom while nobody looks.
const grid = window.jQuery('#refreshes-grid');
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
