// The choice of what to download of a segment's members: columns are chosen only where the kind of file leaves them open.
const form = document.getElementById('members-download-form');
const kinds = [...form.querySelectorAll('[name=Kind]')];
const columns = [...form.querySelectorAll('[name=Columns]')];
const parts = [...form.querySelectorAll('[data-for]')];
const noColumns = form.querySelector('[data-no-columns]');
const download = form.querySelector('[type=submit]');

function show() {
    const columnsOf = kinds.find(kind => kind.checked).dataset.columns;
    for (const part of parts)
        part.hidden = part.dataset.for !== columnsOf;
    const none = columnsOf === 'chosen' && !columns.some(column => column.checked);
    noColumns.hidden = !none;
    download.disabled = none;
}

form.addEventListener('change', show);

// The answer is a file: the page stays, and its window has done what it was for.
form.addEventListener('submit', () => window.jQuery('#members-download').modal('hide'));

show();
