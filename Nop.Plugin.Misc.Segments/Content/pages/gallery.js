// The gallery of templates: a card each, whose numbers can be changed in place, with a live count. The cards are counted one after the other, so that
// a shop with many customers is not asked thirty things at once.
import { html, render, useEffect, useMemo, useRef, useState } from '../vendor/htm-preact-3.1.1/standalone.module.js';

const page = JSON.parse(document.getElementById('segment-templates-data').textContent);
const t = (name, values = {}) => (page.texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => key in values ? values[key] : whole);
const ChoicePicker = window.segmentsChoicePicker;
const Icon = ({ name, style = 'fas' }) => html`<i class=${`${style} fa-${name}`} aria-hidden="true"></i>`;
const formats = {
  number: new Intl.NumberFormat(page.culture),
  percent: new Intl.NumberFormat(page.culture, { style: 'percent', maximumFractionDigits: 1 })
};
const typingMilliseconds = 400;

async function post(url, body, signal) {
  body.append('__RequestVerificationToken', document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '');
  const response = await fetch(url, { method: 'POST', body, headers: { 'X-Requested-With': 'XMLHttpRequest' }, credentials: 'same-origin', signal });
  if (!response.ok || response.redirected) throw new Error(`${response.status}`);
  const answer = await response.json();
  if (answer.error) throw new Error(answer.error);
  return answer;
}

// ---------------------------------------------------------------- what is filled in

const startValues = template => Object.fromEntries(template.inputs.map(input => [input.name, input.list ? [] : String(input.value)]));

function isWrong(input, value) {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0 || number > input.maximum) return true;
  if (input.kind === 'percent') return number === 0 || Math.round(number * 1e4) / 1e4 !== number;
  return ['number', 'days'].includes(input.kind) && !Number.isInteger(number);
}

/** What keeps a card from being counted: the text that says it, or null. */
function problemOf(template, values) {
  const missing = template.inputs.find(input => input.list && values[input.name].length === 0);
  if (missing) return `Missing.${missing.name}`;
  return template.inputs.some(input => !input.list && isWrong(input, values[input.name])) ? 'Wrong' : null;
}

function fieldsOf(template, values) {
  const fields = [['template', template.name]];
  for (const input of template.inputs)
    for (const value of input.list ? values[input.name].map(item => String(item.id)) : [values[input.name].trim()])
      fields.push([input.name, value]);
  return fields;
}

// ---------------------------------------------------------------- one count after the other

/** A card that asks anew goes to the front, and cancels its own question that is under way. */
function createQueue() {
  let waiting = [];
  let running = null;
  let population = null;
  let isShown = () => true;

  async function next() {
    if (running || waiting.length === 0) return;
    // What the search hides can wait.
    const at = Math.max(0, waiting.findIndex(question => isShown(question.name)));
    const [question] = waiting.splice(at, 1);
    running = { ...question, controller: new AbortController() };
    const mine = running;
    question.onState({ phase: 'counting' });
    const body = new FormData();
    for (const [name, value] of question.fields) body.append(name, value);
    body.append('population', String(population === null));
    try {
      const answer = await post(page.urls.count, body, mine.controller.signal);
      population = answer.population ?? population;
      if (!mine.isCancelled)
        question.onState(typeof answer.count === 'number' ? { phase: 'counted', count: answer.count, population } : { phase: 'failed' });
    } catch {
      if (!mine.isCancelled) question.onState({ phase: 'failed' });
    }
    running = null;
    next();
  }

  return {
    ask(question, isFirst) {
      this.cancel(question.name);
      waiting = isFirst ? [question, ...waiting] : [...waiting, question];
      question.onState({ phase: 'waiting' });
      next();
    },
    cancel(name) {
      waiting = waiting.filter(other => other.name !== name);
      if (running?.name === name) {
        running.isCancelled = true;
        running.controller.abort();
      }
    },
    show(test) { isShown = test; }
  };
}

// ---------------------------------------------------------------- components

const search = list => async (term, signal) => {
  const body = new FormData();
  body.append('list', list);
  body.append('term', term);
  return (await post(page.urls.choices, body, signal)).items;
};

function Input({ template, input, value, onChange }) {
  const id = `${template.name}-${input.name}`;
  if (input.list)
    return html`<${ChoicePicker} id=${id} label=${`${input.label}, ${template.text}`} value=${value} onChange=${onChange} search=${search(input.list)} texts=${{
      search: t(`Picker.Search.${input.name}`), searching: t('Picker.Searching'), nothing: t('Picker.Nothing'), failed: t('Picker.Failed'), remove: t('Picker.Remove')
    }} />`;
  const isWhole = ['number', 'days'].includes(input.kind);
  const field = html`<input id=${id} type="number" class=${`form-control gallery-number gallery-${input.kind}`} min="0" max=${input.maximum}
    step=${isWhole ? '1' : 'any'} inputmode=${isWhole ? 'numeric' : 'decimal'} value=${value} autocomplete="off"
    aria-invalid=${isWrong(input, value) ? 'true' : undefined} onInput=${e => onChange(e.currentTarget.value)} />`;
  return html`<span class="gallery-control"><label class="sr-only" for=${id}>${`${input.label}, ${template.text}`}</label>
    ${input.kind === 'money'
      ? html`<span class="input-group"><span class="input-group-prepend"><span class="input-group-text">${page.currency}</span></span>${field}</span>`
      : field}</span>`;
}

function Count({ state, problem, onRetry }) {
  if (problem) return html`<span class="gallery-note"><${Icon} name="hand-pointer" style="far" /> ${t(problem)}</span>`;
  switch (state.phase) {
    case 'counted': return html`<span><strong class="gallery-figure">${t(state.count === 1 ? 'Count.One' : 'Count.Many', { count: formats.number.format(state.count) })}</strong>
      ${state.population > 0 && html` <span class="gallery-note">${t('Count.Share', { share: formats.percent.format(state.count / state.population) })}</span>`}</span>`;
    case 'failed': return html`<span class="gallery-note"><${Icon} name="exclamation-triangle" /> ${t('Count.Failed')}
      <button type="button" class="btn btn-default btn-sm" onClick=${onRetry}>${t('Count.Again')}</button></span>`;
    case 'counting': return html`<span class="gallery-note"><${Icon} name="spinner fa-spin" /> ${t('Count.Counting')}</span>`;
    default: return html`<span class="gallery-note"><${Icon} name="hourglass-half" /> ${t('Count.Waiting')}</span>`;
  }
}

function Card({ template, queue, isHidden }) {
  const [values, setValues] = useState(() => startValues(template));
  const [state, setState] = useState({ phase: 'waiting' });
  const isTouched = useRef(false);
  const problem = problemOf(template, values);
  const fields = fieldsOf(template, values);
  const key = JSON.stringify(fields);
  const ask = isFirst => queue.ask({ name: template.name, fields, onState: setState }, isFirst);

  useEffect(() => {
    queue.cancel(template.name);
    if (problem) return undefined;
    setState({ phase: 'waiting' });
    const timer = setTimeout(() => ask(isTouched.current), isTouched.current ? typingMilliseconds : 0);
    return () => clearTimeout(timer);
  }, [key]);

  const change = name => value => {
    isTouched.current = true;
    setValues(before => ({ ...before, [name]: value }));
  };
  const inputs = Object.fromEntries(template.inputs.map(input => [input.name, input]));
  const url = `${page.urls.use}?${new URLSearchParams(fields)}`;
  return html`<li class="gallery-item" hidden=${isHidden}><article class="card card-default gallery-card" aria-labelledby=${`template-${template.name}`}>
    <div class="card-body">
      <h3 id=${`template-${template.name}`}>${template.text}</h3>
      <p class="gallery-purpose">${template.purpose}</p>
      <div class="gallery-sentence">${template.sentence.split(/\{(\w+)\}/).map((piece, index) => index % 2 === 1
        ? html`<${Input} key=${piece} template=${template} input=${inputs[piece]} value=${values[piece]} onChange=${change(piece)} />`
        : piece)}</div>
      <div class="gallery-foot">
        <span role="status" aria-live=${isTouched.current ? 'polite' : 'off'}><${Count} state=${state} problem=${problem} onRetry=${() => ask(true)} /></span>
        <a class="btn btn-primary" href=${url} aria-label=${t('Use.Label', { name: template.text })}>${t('Use')}</a>
      </div>
    </div>
  </article></li>`;
}

const wordsOf = (group, template) => `${group.text} ${template.text} ${template.purpose} ${template.sentence.replace(/\{\w+\}/g, '')}`.toLocaleLowerCase(page.culture);

function Gallery() {
  const [term, setTerm] = useState('');
  const queue = useMemo(createQueue, []);
  const wanted = term.trim().toLocaleLowerCase(page.culture).split(/\s+/).filter(Boolean);
  const fits = (group, template) => wanted.every(word => wordsOf(group, template).includes(word));
  const shown = new Set(page.groups.flatMap(group => group.templates.filter(template => fits(group, template)).map(template => template.name)));
  queue.show(name => shown.has(name));

  // Hidden cards stay where they are, with what was filled in and counted.
  return html`
    <div class="gallery-search">
      <label class="sr-only" for="template-search">${t('Search')}</label>
      <input type="search" id="template-search" class="form-control" placeholder=${t('Search')} value=${term} onInput=${e => setTerm(e.currentTarget.value)} />
      <span class="sr-only" role="status">${wanted.length > 0 && t('Search.Found', { count: shown.size })}</span>
    </div>
    ${shown.size === 0 && html`<p>${t('Search.Nothing')}</p>`}
    ${page.groups.map(group => html`<section key=${group.name} hidden=${!group.templates.some(template => shown.has(template.name))} aria-labelledby=${`group-${group.name}`}>
      <h2 id=${`group-${group.name}`} class="gallery-group">${group.text}</h2>
      <ul class="gallery-cards">${group.templates.map(template => html`<${Card} key=${template.name} template=${template} queue=${queue} isHidden=${!shown.has(template.name)} />`)}</ul>
    </section>`)}`;
}

render(html`<${Gallery} />`, document.getElementById('segment-templates'));
