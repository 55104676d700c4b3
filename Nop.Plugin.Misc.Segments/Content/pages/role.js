// The card of the customer role on the page of a segment: what is to be chosen, and how far the giving is.
const card = JSON.parse(document.getElementById('segment-role-data').textContent);
const pollMilliseconds = 2000;
const element = id => document.getElementById(id);

const choice = element('segment-role-choice');
if (choice) {
    const showName = () => { element('segment-role-new').hidden = choice.value !== '0'; };
    choice.addEventListener('change', showName);
    showName();
}

function show(status) {
    element('segment-role-progress').textContent = status.Progress;
    element('segment-role-ending').textContent = status.Ending;
    const box = element('segment-role-bar');
    if (!box)
        return;
    box.hidden = !status.Busy || status.Percent === 100;
    box.firstElementChild.style.width = `${status.Percent}%`;
    box.firstElementChild.setAttribute('aria-valuenow', String(status.Percent));
}

async function follow() {
    try {
        const response = await fetch(card.statusUrl, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' });
        if (!response.ok || response.redirected)
            return;
        const status = await response.json();
        show(status);
        if (!status.Busy)
            return;
    } catch {
        // Asked again.
    }

    setTimeout(follow, document.hidden ? 10 * pollMilliseconds : pollMilliseconds);
}

if (card.busy)
    setTimeout(follow, pollMilliseconds);
