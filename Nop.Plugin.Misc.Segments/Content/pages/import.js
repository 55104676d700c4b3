// The page on which segments are imported. The files stay here: each question takes them along with what was decided so far, and the shop says what
// importing would do. Nothing is stored before all is settled.
import { html, render, useEffect, useMemo, useRef, useState } from '../vendor/htm-preact-3.1.1/standalone.module.js';

const page = JSON.parse(document.getElementById('segments-import-data').textContent);
const t = (name, values = {}) => (page.texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => key in values ? values[key] : whole);
const ChoicePicker = window.segmentsChoicePicker;
const Icon = ({ name, style = 'fas' }) => html`<i class=${`${style} fa-${name}`} aria-hidden="true"></i>`;
const keyOf = ({ list, name }) => `${list}\n${name.toLowerCase()}`;

async function post(url, body, signal) {
  body.append('__RequestVerificationToken', document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '');
  const response = await fetch(url, { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest' }, credentials: 'same-origin', signal });
  if (!response.ok || response.redirected) throw new Error(`${response.status}`);
  const answer = await response.json();
  if (answer.error) throw new Error(answer.error);
  return answer;
}

function formOf({ files, segments, names, activate }) {
  const form = new FormData();
  for (const file of files) form.append('files', new Blob([file.content]), file.name);
  form.append('decisions', JSON.stringify({ segments: Object.values(segments), names: Object.values(names), activate }));
  return form;
}

/** What a picker asks the shop. */
const search = list => async (term, signal) => {
  const body = new FormData();
  body.append('list', list);
  body.append('term', term);
  return (await post(page.urls.choices, body, signal)).items;
};

const pickerTexts = {
  search: t('Pick'), searching: t('Picker.Searching'), nothing: t('Picker.Nothing'), failed: t('Picker.Failed'), remove: t('Undo')
};

/** One name that the shop does not know. */
function UnknownName({ id, entry, decide }) {
  const warns = entry.places.some(place => place.warn);
  const title = `${entry.label}: ${entry.text}`;
  return html`<li class=${`import-name${entry.chosen || entry.dropped ? ' import-settled' : ''}`}>
    <div class="import-name-head">
      <h3><span class="text-muted">${entry.label}</span> <strong>${entry.text}</strong></h3>
      ${entry.chosen || entry.dropped
        ? html`<div class="import-decided" role="group" aria-label=${title}>
            <span class=${entry.dropped && warns ? 'import-warning' : ''}>
              <${Icon} name=${entry.dropped ? (warns ? 'exclamation-triangle' : 'minus-circle') : 'check-circle'} />
              ${' '}${entry.dropped ? t('Dropped') : t('Chosen', { name: entry.chosen.text })}</span>
            <button type="button" class="btn btn-default btn-sm" id=${`${id}-undo`} onClick=${() => decide(null)} aria-label=${`${t('Again')}: ${title}`}>${t('Again')}</button>
          </div>`
        : html`<div class="import-decide" role="group" aria-label=${title}>
            ${entry.options
              ? html`<label class="sr-only" for=${id}>${t('Use', { name: entry.text })}</label>
                <select id=${id} class="form-control" onChange=${e => e.currentTarget.value && decide({ use: e.currentTarget.value })}>
                  <option value="">${t('Pick')}</option>
                  ${entry.options.map(option => html`<option key=${option.id} value=${option.id}>${option.text}</option>`)}
                </select>`
              : html`<${ChoicePicker} id=${id} label=${t('Use', { name: entry.text })} value=${[]} isSingle=${true} search=${search(entry.list)}
                  texts=${pickerTexts} onChange=${items => decide({ use: String(items[0].id) })} />`}
            <button type="button" class="btn btn-default" onClick=${() => decide({ drop: true })} aria-label=${`${t('Drop')}: ${title}`}>${t('Drop')}</button>
          </div>`}
    </div>
    <ul class="import-places">
      ${entry.places.map((place, index) => html`<li key=${index}>
        <span class="import-place">${t('Place', { segment: place.segment })}</span> ${place.words}
        ${place.effect && !entry.chosen && html`<div class=${place.warn ? 'import-effect import-warning' : 'import-effect'}>
          ${place.warn && html`<${Icon} name="exclamation-triangle" /> <span class="sr-only">${t('Warning')} </span>`}
          ${entry.dropped ? '' : `${t('NotYet')} `}${place.effect}</div>`}
      </li>`)}
    </ul>
  </li>`;
}

/** One segment of the files. */
function Segment({ segment, decide }) {
  const id = `segment-${segment.index}`;
  const [name, setName] = useState(segment.target);
  useEffect(() => { if (!segment.replace && document.activeElement?.id !== `${id}-name`) setName(segment.target); }, [segment.target]);
  return html`<li class=${`import-segment${segment.skip ? ' import-skipped' : ''}`}>
    <div class="import-segment-head">
      <input type="checkbox" id=${id} checked=${!segment.skip} title=${t('Skip')} onChange=${e => decide({ skip: !e.currentTarget.checked })} />
      <label for=${id}><strong>${segment.name}</strong></label>
      <span class="text-muted">${segment.file}</span>
    </div>
    <div class="import-segment-body">
      ${segment.description && html`<p class="text-muted">${segment.description}</p>`}
      <p>${segment.words}</p>
      ${!segment.skip && segment.taken && html`<fieldset class="import-clash">
        <legend>${t(segment.exists ? 'Clash' : 'Taken')}</legend>
        <div class="import-choice">
          ${segment.exists && html`<input type="radio" id=${`${id}-keep`} name=${id} checked=${!segment.replace} onChange=${() => decide({ replace: false })} />`}
          ${segment.exists && html`<label for=${`${id}-keep`}>${t('Clash.Keep')}</label>`}
          ${!segment.replace && html`<label class="sr-only" for=${`${id}-name`}>${t('Clash.Name')}</label>
            <input type="text" id=${`${id}-name`} class="form-control" maxlength="200" value=${name} aria-invalid=${segment.problem ? 'true' : undefined}
              aria-describedby=${segment.problem ? `${id}-problem` : undefined}
              onInput=${e => { setName(e.currentTarget.value); decide({ name: e.currentTarget.value }); }} />`}
        </div>
        ${segment.exists && html`<div class="import-choice">
          <input type="radio" id=${`${id}-replace`} name=${id} checked=${segment.replace} onChange=${() => decide({ replace: true })} />
          <label for=${`${id}-replace`}>${t('Clash.Replace')}</label>
        </div>`}
      </fieldset>`}
      ${segment.problem && html`<p id=${`${id}-problem`} class="import-problem"><${Icon} name="exclamation-circle" /> ${segment.problem}</p>`}
      ${segment.notes.map(note => html`<p key=${note} class="import-warning"><${Icon} name="exclamation-triangle" /> ${note}</p>`)}
    </div>
  </li>`;
}

const Problems = ({ problems }) => html`<div class="alert alert-danger import-problems" role="alert">
  <h2>${t('Problems.Title')}</h2>
  <ul>${problems.map((problem, index) => html`<li key=${index}>
    ${problem.file && html`<strong>${problem.file}</strong>`}${problem.place && html` <span class="import-path">${problem.place}</span>`}
    <div>${problem.message}</div></li>`)}</ul>
</div>`;

/** What is missing before it can be imported, or what importing will do. */
function summaryOf(check) {
  const open = check.names.filter(name => !name.chosen && !name.dropped).length + check.moreNames;
  if (open > 0) return t(open === 1 ? 'Open.One' : 'Open.Many', { count: open });
  const taken = check.segments.filter(segment => !segment.skip);
  const replaced = taken.filter(segment => segment.replace).length;
  const added = taken.length - replaced;
  return [added && t(added === 1 ? 'Add.One' : 'Add.Many', { count: added }), replaced && t(replaced === 1 ? 'Replace.One' : 'Replace.Many', { count: replaced })]
    .filter(Boolean).join(' ');
}

function ImportPage() {
  const [state, setState] = useState({ files: [], segments: {}, names: {}, activate: false });
  const [check, setCheck] = useState(null);
  const [phase, setPhase] = useState('idle');
  const [refused, setRefused] = useState([]);
  const [isOver, setOver] = useState(false);
  const input = useRef();
  const focusNext = useRef(null);
  const change = part => setState(before => ({ ...before, ...part }));

  async function add(list) {
    const chosen = [...list];
    const tooLarge = chosen.filter(file => file.size > page.maximumSize);
    setRefused(tooLarge.map(file => ({ file: file.name, message: t('TooLarge') })));
    const read = await Promise.all(chosen.filter(file => !tooLarge.includes(file)).map(async file => ({ name: file.name, content: await file.arrayBuffer() })));
    if (read.length > 0)
      setState(before => ({ files: [...before.files.filter(file => !read.some(other => other.name === file.name)), ...read], segments: {}, names: {}, activate: before.activate }));
    if (input.current) input.current.value = '';
  }
  const remove = file => {
    setRefused([]);
    setState(before => ({ files: before.files.filter(other => other !== file), segments: {}, names: {}, activate: before.activate }));
    input.current.focus();
  };

  useEffect(() => {
    if (state.files.length === 0) {
      setCheck(null);
      setPhase('idle');
      return undefined;
    }
    const controller = new AbortController();
    setPhase('checking');
    const timer = setTimeout(async () => {
      try {
        const answer = await post(page.urls.check, formOf(state), controller.signal);
        if (controller.signal.aborted) return;
        setCheck(answer);
        setPhase('checked');
      } catch {
        if (!controller.signal.aborted) setPhase('failed');
      }
    }, 150);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [state]);

  // Once a name is decided its controls give way to others: the keyboard goes on with the next open one.
  useEffect(() => {
    if (!focusNext.current || phase !== 'checked') return;
    const next = document.querySelector('.import-name:not(.import-settled) .import-decide input, .import-name:not(.import-settled) .import-decide select');
    const wanted = focusNext.current === 'next' ? next || document.getElementById('import-run') : document.getElementById(focusNext.current);
    focusNext.current = null;
    wanted?.focus({ preventScroll: false });
  }, [phase, check]);

  const decideName = (entry, id) => decision => {
    const names = { ...state.names };
    if (decision) names[keyOf(entry)] = { list: entry.list, name: entry.name, ...decision };
    else delete names[keyOf(entry)];
    focusNext.current = decision ? 'next' : id;
    change({ names });
  };
  const dropAll = () => {
    const names = { ...state.names };
    for (const entry of check.names)
      if (!entry.chosen && !entry.dropped) names[keyOf(entry)] = { list: entry.list, name: entry.name, drop: true };
    focusNext.current = 'next';
    change({ names });
  };
  const decideSegment = index => part => change({ segments: { ...state.segments, [index]: { index, ...state.segments[index], ...part } } });

  const isReady = phase === 'checked' && check?.ready;
  async function run() {
    if (!isReady) return;
    setPhase('importing');
    try {
      const answer = await post(page.urls.run, formOf(state));
      if (answer.url) {
        window.location.href = answer.url;
        return;
      }
      setCheck(answer);
      setPhase('checked');
    } catch {
      setPhase('failed');
    }
  }

  const problems = [...refused, ...(check?.problems ?? [])];
  const open = check?.names.filter(name => !name.chosen && !name.dropped).length ?? 0;
  return html`
    <div class="card card-default"><div class="card-body">
      <div class=${`import-drop${isOver ? ' import-over' : ''}`} onDragOver=${e => { e.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)}
        onDrop=${e => { e.preventDefault(); setOver(false); add(e.dataTransfer.files); }}>
        <${Icon} name="file-import" />
        <div class="import-drop-words">
          <p id="import-files-hint">${t('Choose')}</p>
          <input type="file" id="import-files" class="sr-only" ref=${input} multiple accept=".json,application/json" aria-describedby="import-files-hint"
            onChange=${e => add(e.currentTarget.files)} />
          <label for="import-files" class="btn btn-default"><${Icon} name="folder-open" style="far" /> ${t('Choose.Button')}</label>
        </div>
      </div>
      ${state.files.length > 0 && html`<ul class="import-files">${state.files.map(file => html`<li key=${file.name}>
        <span class="segments-chip-box"><span>${file.name}</span>
        <button type="button" onClick=${() => remove(file)} aria-label=${t('Undo', { name: file.name })}><${Icon} name="times" /></button></span></li>`)}</ul>`}
    </div></div>
    ${problems.length > 0 && html`<${Problems} problems=${problems} />`}
    ${check?.names.length > 0 && html`<div class="card card-default"><div class="card-header">
        <h2 class="card-title"><${Icon} name="question-circle" /> ${t('Names.Title')}</h2>
      </div><div class="card-body">
        <p>${t('Names.Text')}</p>
        <ol class="import-list">${check.names.map((entry, index) => html`<${UnknownName} key=${keyOf(entry)} id=${`name-${index}`} entry=${entry}
          decide=${decideName(entry, `name-${index}`)} />`)}</ol>
        ${check.moreNames > 0 && html`<p class="text-muted">${t('MoreNames', { count: check.moreNames })}</p>`}
        ${open > 1 && html`<button type="button" class="btn btn-default" onClick=${dropAll}>${t('Drop.All')}</button>`}
      </div></div>`}
    ${check?.segments.length > 0 && html`<div class="card card-default"><div class="card-header">
        <h2 class="card-title"><${Icon} name="users" /> ${t('Segments.Title')}</h2>
      </div><div class="card-body">
        ${check.general && html`<p class="import-problem" role="alert"><${Icon} name="exclamation-circle" /> ${check.general}</p>`}
        <ol class="import-list">${check.segments.map(segment => html`<${Segment} key=${`${segment.file}/${segment.index}`} segment=${segment} decide=${decideSegment(segment.index)} />`)}</ol>
        <div class="import-choice import-activate">
          <input type="checkbox" id="import-activate" checked=${state.activate} onChange=${e => change({ activate: e.currentTarget.checked })} />
          <label for="import-activate">${t('Activate')}</label>
          <span class="text-muted">${t('Activate.Hint')}</span>
        </div>
      </div></div>`}
    <div class="import-end">
      ${check?.segments.length > 0 && html`<button type="button" id="import-run" class="btn btn-primary" aria-disabled=${isReady ? undefined : 'true'} onClick=${run}>
        <${Icon} name="file-import" /> ${t('Import')}</button>`}
      <span role="status" aria-live="polite">
        ${phase === 'checking' || phase === 'importing' ? html`<${Icon} name="spinner fa-spin" /> ${t(phase === 'checking' ? 'Checking' : 'Importing')}`
          : phase === 'failed' ? html`<span class="import-problem">${t('Failed')}</span>`
          : check?.segments.length > 0 && summaryOf(check)}</span>
    </div>`;
}

render(html`<${ImportPage} />`, document.getElementById('segments-import'));
