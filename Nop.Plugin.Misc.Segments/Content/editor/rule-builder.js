// The rule builder of the segment editor.
//
// Parts, in order: the tree of rules and what can be done to it (pure), its JSON (pure), what is still missing (pure),
// asking for the count (pure but for time), then the components, then the start.
// What can be asked, how it is said and in which language all come from the page's data: nothing here knows a criterion.
import { html, render, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState }
  from '../vendor/htm-preact-3.1.1/standalone.module.js';

// ---------------------------------------------------------------- the tree of rules

let lastKey = 0;

/** A key that no other rule of this page has. */
export const newKey = () => `rule${++lastKey}`;

const childrenOf = node => node.kind === 'group' ? node.rules : [];

export const newGroup = (match = 'all', rules = []) => ({ key: newKey(), kind: 'group', match, rules });

/** The group that holds a rule, with its place in it; null for the outermost group and for what is not there. */
export function findParent(root, key) {
  for (const [index, child] of childrenOf(root).entries()) {
    if (child.key === key) return { parent: root, index };
    const deeper = findParent(child, key);
    if (deeper) return deeper;
  }
  return null;
}

export function find(root, key) {
  if (root.key === key) return root;
  const place = findParent(root, key);
  return place ? place.parent.rules[place.index] : null;
}

/** The tree with one rule changed. */
export function change(root, key, edit) {
  if (root.key === key) return edit(root);
  if (root.kind !== 'group') return root;
  let changed = false;
  const rules = root.rules.map(child => {
    const next = change(child, key, edit);
    changed = changed || next !== child;
    return next;
  });
  return changed ? { ...root, rules } : root;
}

export function remove(root, key) {
  const place = findParent(root, key);
  return place
    ? change(root, place.parent.key, group => ({ ...group, rules: group.rules.filter(child => child.key !== key) }))
    : root;
}

export function insert(root, parentKey, index, node) {
  return change(root, parentKey, group => ({ ...group, rules: [...group.rules.slice(0, index), node, ...group.rules.slice(index)] }));
}

/** How many levels of groups a rule holds, itself counted. */
export const heightOf = node => node.kind === 'group' ? 1 + Math.max(0, ...node.rules.map(heightOf)) : 0;

/** How deep a group lies: 1 for the outermost. */
export function depthOf(root, key, depth = 1) {
  if (root.key === key) return depth;
  return Math.max(0, ...childrenOf(root).map(child => depthOf(child, key, depth + 1)));
}

/** The conditions and filters of a tree, which the language limits together. */
export const countConditions = node => node.kind === 'group'
  ? node.rules.reduce((sum, child) => sum + countConditions(child), 0)
  : 1 + (node.where ? node.where.length : 0);

export const mayHold = (root, groupKey, node, maximumDepth) => depthOf(root, groupKey) + heightOf(node) <= maximumDepth;

/** Puts a rule before the one at that place of a group. The same tree, when it may not go there. */
export function move(root, key, parentKey, index, maximumDepth) {
  const node = find(root, key);
  const place = findParent(root, key);
  if (!node || !place || find(node, parentKey) || !mayHold(root, parentKey, node, maximumDepth)) return root;
  const shifted = place.parent.key === parentKey && place.index < index ? index - 1 : index;
  if (place.parent.key === parentKey && shifted === place.index) return root;
  return insert(remove(root, key), parentKey, shifted, node);
}

/** Moves a rule one line up (-1) or down (+1): past its neighbour, into a neighbouring group, or out of its own. */
export function step(root, key, direction, maximumDepth) {
  const place = findParent(root, key);
  if (!place) return root;
  const { parent, index } = place;
  const neighbour = parent.rules[index + direction];
  if (neighbour) {
    const node = parent.rules[index];
    if (neighbour.kind === 'group' && mayHold(root, neighbour.key, node, maximumDepth))
      return move(root, key, neighbour.key, direction < 0 ? neighbour.rules.length : 0, maximumDepth);
    return move(root, key, parent.key, direction < 0 ? index - 1 : index + 2, maximumDepth);
  }
  const outer = findParent(root, parent.key);
  return outer ? move(root, key, outer.parent.key, direction < 0 ? outer.index : outer.index + 1, maximumDepth) : root;
}

/** A copy under new keys. */
export function clone(node) {
  const copy = { ...node, key: newKey() };
  if (node.rules) copy.rules = node.rules.map(clone);
  if (node.where) copy.where = node.where.map(clone);
  return copy;
}

/** The rule to go to once this one is gone: the next, or else the one before, or else its group. */
export function neighbourOf(root, key) {
  const place = findParent(root, key);
  if (!place) return root.key;
  const { parent, index } = place;
  return (parent.rules[index + 1] || parent.rules[index - 1] || parent).key;
}

// ---------------------------------------------------------------- undo and redo

const MAXIMUM_STEPS = 200;

export const startHistory = root => ({ past: [], present: root, future: [], tag: null });

/** Goes on to a changed tree. Changes with the same tag in a row, such as the letters of one word, are one step. */
export function record(history, root, tag = null) {
  if (root === history.present) return history;
  if (tag && tag === history.tag) return { ...history, present: root, future: [] };
  return { past: [...history.past, history.present].slice(-MAXIMUM_STEPS), present: root, future: [], tag };
}

export function undo(history) {
  if (history.past.length === 0) return history;
  return { past: history.past.slice(0, -1), present: history.past.at(-1), future: [history.present, ...history.future], tag: null };
}

export function redo(history) {
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.present], present: history.future[0], future: history.future.slice(1), tag: null };
}

// ---------------------------------------------------------------- values

/** Whether an operator ranks customers instead of comparing them with a number. */
export const isRank = operator => operator === 'inTop' || operator === 'inBottom';

/** What a value looks like under an operator. */
export function shapeOf(kind, operator) {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return 'none';
  if (isRank(operator)) return 'share';
  switch (kind) {
    case 'choice':
    case 'code': return 'choices';
    case 'segment': return 'segment';
    case 'yesNo': return 'yesNo';
    case 'text': return operator === 'isAnyOf' || operator === 'isNoneOf' ? 'texts' : 'text';
    case 'date':
      if (operator === 'between') return 'dates';
      return ['inLast', 'notInLast', 'inNextAnniversary'].includes(operator) ? 'days' : 'date';
    default: return operator === 'between' ? 'numbers' : 'number';
  }
}

const startValues = {
  none: null, choices: [], segment: [], yesNo: true, text: '', texts: [], dates: ['', ''], days: '30', date: '', numbers: ['', ''], number: '', share: '10'
};

/** The value of a new comparison: something that makes sense at once, where there is such a thing. */
export function startValue(criterion, operator) {
  const shape = shapeOf(criterion.kind, operator);
  if (shape !== 'number') return startValues[shape];
  return { days: '30', hours: '24', percent: '50', money: '' }[criterion.kind] ?? '1';
}

/** Carries a value over to another operator as far as it can be. */
export function convertValue(criterion, value, from, to) {
  const before = shapeOf(criterion.kind, from);
  const after = shapeOf(criterion.kind, to);
  if (before === after) return value;
  const one = { numbers: 'number', dates: 'date' };
  if (one[before] === after) return value[0];
  if (one[after] === before) return [value, ''];
  if (before === 'texts' && after === 'text') return value[0] ?? '';
  if (before === 'text' && after === 'texts') return value.trim() ? [value.trim()] : [];
  return startValue(criterion, to);
}

const textOf = value => value === null || value === undefined || typeof value === 'object' ? '' : String(value);
const listOf = value => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]);

const readers = {
  none: () => null,
  choices: listOf,
  segment: listOf,
  yesNo: value => value !== false,
  text: textOf,
  texts: value => listOf(value).map(textOf),
  number: textOf,
  share: textOf,
  days: textOf,
  date: textOf,
  numbers: value => [textOf(value?.[0]), textOf(value?.[1])],
  dates: value => [textOf(value?.[0]), textOf(value?.[1])]
};

const numberOf = text => text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
const dateOf = text => text || null;

const writers = {
  none: () => undefined,
  choices: value => value,
  segment: value => value[0] ?? null,
  yesNo: value => value,
  text: value => value,
  texts: value => value,
  number: numberOf,
  share: numberOf,
  days: numberOf,
  date: dateOf,
  numbers: value => value.map(numberOf),
  dates: value => value.map(dateOf)
};

// ---------------------------------------------------------------- lists that are pasted

/**
 * The entries of a pasted list: line ends, tabs, commas and semicolons separate them, and quotes keep one whole, as
 * spreadsheets write it. Each entry once, whatever its case.
 */
export function splitList(text) {
  const entries = text.matchAll(/[^\S\r\n\t]*"((?:[^"]|"")*)"[^\S\r\n\t]*(?=[\r\n\t,;]|$)|([^\r\n\t,;]+)/g);
  return addTexts([], [...entries].map(([, quoted, plain]) => quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}

/** A list with more texts at its end: trimmed, without empty ones and those that are there already in whatever case. */
export function addTexts(list, more) {
  const seen = new Set(list.map(text => text.toLowerCase()));
  const added = more.map(text => text.trim()).filter(text => {
    const key = text.toLowerCase();
    return text !== '' && !seen.has(key) && seen.add(key);
  });
  return added.length > 0 ? [...list, ...added] : list;
}

/** Whether a text is several entries rather than one. */
const isList = text => /[\r\n\t,;]/.test(text.trim());

/**
 * What pasted texts mean, and which of them mean nothing. Lines are looked up first, for a name may hold a comma; only
 * those that mean nothing are taken apart.
 * @param resolve texts => promise of { items, unknown }
 */
export async function resolvePasted(text, resolve) {
  const first = await resolve(addTexts([], text.split(/[\r\n\t]+/)));
  const parts = addTexts([], first.unknown.flatMap(splitList));
  if (parts.length === 0 || parts.join('\n') === first.unknown.join('\n')) return first;
  const second = await resolve(parts);
  return { items: [...first.items, ...second.items], unknown: second.unknown };
}

// ---------------------------------------------------------------- periods

export const windowKinds = ['any', 'last', 'olderThan', 'between', 'dates'];

/** The window of a new choice of its kind. */
export const startWindow = kind => ({
  any: null,
  last: { kind: 'last', count: '90', unit: 'day' },
  olderThan: { kind: 'olderThan', count: '90', unit: 'day' },
  between: { kind: 'between', count: '30', to: '90', unit: 'day' },
  dates: { kind: 'dates', from: '', to: '' }
})[kind];

export function readWindow(json) {
  if (!json || typeof json !== 'object') return null;
  const unit = json.unit === 'hour' ? 'hour' : 'day';
  if ('last' in json) return { kind: 'last', count: textOf(json.last), unit };
  if ('olderThan' in json) return { kind: 'olderThan', count: textOf(json.olderThan), unit };
  if ('between' in json) return { kind: 'between', count: textOf(json.between?.[0]), to: textOf(json.between?.[1]), unit };
  return { kind: 'dates', from: textOf(json.from), to: textOf(json.to) };
}

export function writeWindow(window) {
  switch (window?.kind) {
    case 'last': return { last: numberOf(window.count), unit: window.unit };
    case 'olderThan': return { olderThan: numberOf(window.count), unit: window.unit };
    case 'between': return { between: [numberOf(window.count), numberOf(window.to)], unit: window.unit };
    case 'dates': return { ...(window.from && { from: window.from }), ...(window.to && { to: window.to }) };
    default: return undefined;
  }
}

// ---------------------------------------------------------------- the JSON of a definition

/** What can be asked, to look things up in by name. */
export function createCatalogue(data) {
  const byName = list => new Map((list || []).map(item => [item.name, item]));
  const fields = byName((data.fields || []).map(field => ({ ...field, filtersByName: byName(field.filters) })));
  const activities = new Map((data.activities || []).map(activity => [activity.name,
    { ...activity, measuresByName: byName(activity.measures), filtersByName: byName(activity.filters) }]));
  const withFilters = item => ({ ...item, filtersByName: byName(item.filters) });
  const quantifiers = (data.quantifiers || []).map(withFilters);
  const segment = data.segment ? { ...data.segment, kind: 'segment' } : null;

  /** What holds a rule's filters and says whether it takes a period. */
  const ownerOf = node => ({
    field: () => fields.get(node.name),
    activity: () => activities.get(node.activity),
    orders: () => quantifiers.find(item => item.kind === node.quantifier && item.name === node.name)
  })[node.kind]?.() ?? null;

  return {
    fields: data.fields || [],
    activities: [...activities.values()],
    quantifiers,
    segment,
    /** What a rule asks, or null when this page does not know it. */
    criterionOf: node => (node.kind === 'segment' ? segment
      : node.kind === 'activity' ? ownerOf(node)?.measuresByName.get(node.measure)
      : ownerOf(node)) ?? null,
    /** What a rule can be narrowed down by. */
    filtersOf: node => ownerOf(node)?.filters ?? [],
    filterOf: (node, name) => ownerOf(node)?.filtersByName.get(name) ?? null,
    /** Whether a rule can be narrowed down to a time. */
    takesWindow: node => ownerOf(node)?.takesWindow === true
  };
}

const takesSubcategories = criterion => criterion.subcategories === true;

export function newComparison(criterion) {
  const operator = criterion.operators[0];
  return { operator, value: startValue(criterion, operator), ...(takesSubcategories(criterion) && { subcategories: true }) };
}

/** A comparison as it stands in a definition; null when this page does not know its operator. */
function readComparison(json, criterion) {
  const operator = json.operator ?? criterion.operators[0];
  return criterion.operators.includes(operator) ? {
    operator,
    value: readers[shapeOf(criterion.kind, operator)](json.value),
    ...(takesSubcategories(criterion) && { subcategories: json.includeSubcategories === true })
  } : null;
}

const writeComparison = (node, criterion) => {
  const value = writers[shapeOf(criterion.kind, node.operator)](node.value);
  return {
    operator: node.operator,
    ...(value !== undefined && { value }),
    ...(takesSubcategories(criterion) && node.subcategories && { includeSubcategories: true })
  };
};

/** A rule that this page cannot show: it is kept as it is. */
const unknownRule = json => ({ key: newKey(), kind: 'unknown', json });

export function readNode(json, catalogue) {
  if (!json || typeof json !== 'object') return unknownRule(json);
  if (Array.isArray(json.rules)) {
    const match = ['all', 'any', 'none'].includes(json.match) ? json.match : 'all';
    return newGroup(match, json.rules.map(rule => readNode(rule, catalogue)));
  }

  const node = readKind(json, catalogue);
  const criterion = node && catalogue.criterionOf(node);
  if (!criterion) return unknownRule(json);

  // A rule of which a part would be lost is better kept than shown.
  const filters = (Array.isArray(json.where) ? json.where : []).map(filter => {
    const asked = filter && catalogue.filterOf(node, filter.field);
    const comparison = asked && readComparison(filter, asked);
    return comparison ? { key: newKey(), kind: 'filter', name: filter.field, ...comparison } : null;
  });
  const comparison = node.kind === 'orders' ? {}
    : readComparison(node.kind === 'segment' ? { operator: json.operator, value: json.segment } : json, criterion);
  if (!comparison || filters.includes(null) || (json.within && !catalogue.takesWindow(node))) return unknownRule(json);

  return {
    ...node,
    ...comparison,
    ...(catalogue.takesWindow(node) && { within: readWindow(json.within) }),
    ...(catalogue.filtersOf(node).length > 0 && { where: filters })
  };
}

/** What a rule is about, with nothing that it asks of it yet. */
function readKind(json, catalogue) {
  const key = newKey();
  if (json.field) return { key, kind: 'field', name: json.field };
  if (json.activity) return { key, kind: 'activity', activity: json.activity, measure: json.measure };
  if ('segment' in json) return { key, kind: 'segment' };
  const quantifier = catalogue.quantifiers.find(item => item.kind in json);
  return quantifier ? { key, kind: 'orders', quantifier: quantifier.kind, name: json[quantifier.kind] } : null;
}

/** A new rule about something, with what makes sense to start from. */
export function newRule(kind, catalogue) {
  const node = { key: newKey(), ...kind };
  return {
    ...node,
    ...(node.kind !== 'orders' && newComparison(catalogue.criterionOf(node))),
    ...(catalogue.takesWindow(node) && { within: null }),
    ...(catalogue.filtersOf(node).length > 0 && { where: [] })
  };
}

/** The tree of a definition; an empty group where there is none yet. */
export function readDefinition(json, catalogue) {
  const root = json?.rules ? readNode(json.rules, catalogue) : null;
  return root?.kind === 'group' ? root : newGroup();
}

export function writeNode(node, catalogue) {
  if (node.kind === 'group') return { match: node.match, rules: node.rules.map(rule => writeNode(rule, catalogue)) };
  if (node.kind === 'unknown') return node.json;

  const criterion = catalogue.criterionOf(node);
  if (node.kind === 'segment') return { segment: writers.segment(node.value), operator: node.operator };
  const within = writeWindow(node.within);
  const where = (node.where || []).map(filter => ({ field: filter.name, ...writeComparison(filter, catalogue.filterOf(node, filter.name)) }));
  const narrowed = { ...(within && { within }), ...(where.length > 0 && { where }) };
  if (node.kind === 'orders') return { [node.quantifier]: node.name, ...narrowed };
  return {
    ...(node.kind === 'field' ? { field: node.name } : { activity: node.activity, measure: node.measure }),
    ...writeComparison(node, criterion),
    ...narrowed
  };
}

export const writeDefinition = (root, catalogue) => ({ version: 1, rules: writeNode(root, catalogue) });

/** The key of the rule or filter that a path such as "rules[1].where[0].value" names; the nearest one around it otherwise. */
export function locate(root, path) {
  let node = root;
  for (const [, kind, digits] of path.matchAll(/(rules|where)\[(\d+)\]/g)) {
    const next = (kind === 'rules' ? node.rules : node.where)?.[Number(digits)];
    if (!next) break;
    node = next;
  }
  return node.key;
}

/** Paths of single choices: the server refuses one when the shop no longer has it. */
const namesChoice = /\.value\[\d+\]$/;

/** Paths of other segments: refused when the segment is no longer there, and when segments ask for each other in a circle. */
const namesSegment = /(^|\.)segment$/;

// ---------------------------------------------------------------- what is still missing

const isWhole = text => /^\d+$/.test(text.trim());
const isNumber = text => numberOf(text) !== null;

const hasFewDecimals = text => /^[^.e]*(\.\d{0,4}0*)?$/.test(text.trim());

const problemOfPercent = text => !isNumber(text) ? 'Missing.Percent'
  : Number(text) < 0 || Number(text) > 100 ? 'Wrong.Percent'
  : hasFewDecimals(text) ? null : 'Wrong.Decimals';

/** What is wrong with one number of a kind. */
const problemOfNumber = (kind, text) => kind === 'percent' ? problemOfPercent(text)
  : !isNumber(text) ? 'Missing.Number'
  : kind === 'hours' && Number(text) < 0 ? 'Wrong.Hours' : null;

/**
 * The name of the text that says what is missing or wrong; null when all is well.
 * @param limits how many values a list and how many characters a text may have: { values, textLength }
 */
export function problemOfValue(criterion, node, limits) {
  const { value } = node;
  const isLong = text => text.length > limits.textLength;
  switch (shapeOf(criterion.kind, node.operator)) {
    case 'choices': return value.length === 0 ? 'Missing.Choice' : value.length > limits.values ? 'Wrong.Many' : null;
    case 'segment': return value.length > 0 ? null : 'Missing.Segment';
    case 'text': return value.trim() === '' ? 'Missing.Text' : isLong(value) ? 'Wrong.Long' : null;
    case 'texts':
      if (value.length === 0) return 'Missing.Texts';
      if (value.length > limits.values) return 'Wrong.Many';
      return value.some(isLong) ? 'Wrong.Long' : null;
    case 'number': return problemOfNumber(criterion.kind, value);
    case 'share': return isNumber(value) && Number(value) <= 0 ? 'Wrong.Share' : problemOfPercent(value);
    case 'days': return isWhole(value) ? null : 'Missing.Number';
    case 'date': return value ? null : 'Missing.Date';
    case 'numbers':
      if (!value.every(isNumber)) return 'Missing.Numbers';
      return problemOfNumber(criterion.kind, value[0]) ?? problemOfNumber(criterion.kind, value[1])
        ?? (Number(value[0]) <= Number(value[1]) ? null : 'Wrong.Order');
    case 'dates':
      if (!value.every(Boolean)) return 'Missing.Dates';
      return value[0] <= value[1] ? null : 'Wrong.Order';
    default: return null;
  }
}

export function problemOfWindow(window) {
  switch (window?.kind) {
    case 'last':
    case 'olderThan': return isWhole(window.count) ? null : 'Missing.WindowNumber';
    case 'between':
      if (!isWhole(window.count) || !isWhole(window.to)) return 'Missing.WindowNumber';
      return Number(window.count) <= Number(window.to) ? null : 'Wrong.Order';
    case 'dates':
      if (!window.from && !window.to) return 'Missing.WindowDate';
      return window.from && window.to && window.from > window.to ? 'Wrong.Order' : null;
    default: return null;
  }
}

/** All that is missing, in the order of the page: the key of the rule or filter, and the name of the text. */
export function findProblems(node, catalogue, limits) {
  if (node.kind === 'group')
    return node.rules.length === 0
      ? [{ key: node.key, text: 'Missing.Rules' }]
      : node.rules.flatMap(child => findProblems(child, catalogue, limits));
  if (node.kind === 'unknown') return [];

  const own = (node.kind === 'orders' ? null : problemOfValue(catalogue.criterionOf(node), node, limits)) ?? problemOfWindow(node.within);
  const filters = (node.where || []).map(filter => ({ key: filter.key, text: problemOfValue(catalogue.filterOf(node, filter.name), filter, limits) }));
  return [{ key: node.key, text: own }, ...filters].filter(problem => problem.text);
}

// ---------------------------------------------------------------- asking for the count

/**
 * Asks once the questions have paused. A new question cancels the one under way, and an answer that comes after a newer
 * question is dropped.
 * @param send (question, signal) => promise of the answer
 * @param onChange ({ waiting, answer?, error?, question })
 */
export function createAsker({ send, onChange, delay = 300, setTimer = (f, ms) => setTimeout(f, ms), clearTimer = id => clearTimeout(id) }) {
  let latest = 0;
  let timer = null;
  let controller = null;

  function stop() {
    latest++;
    clearTimer(timer);
    controller?.abort();
    controller = null;
  }

  return {
    stop,
    ask(question) {
      stop();
      const mine = latest;
      onChange({ waiting: true, question });
      timer = setTimer(async () => {
        controller = new AbortController();
        try {
          const answer = await send(question, controller.signal);
          if (mine === latest) onChange({ waiting: false, answer, question });
        } catch (error) {
          if (mine === latest) onChange({ waiting: false, error, question });
        }
      }, delay);
    }
  };
}

/** Fills "{name}" places of a text. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);

/** Cuts a sentence at its places: texts and names of places take turns. */
export const cut = template => template.split(/\{(\w+)\}/);

// ---------------------------------------------------------------- components: what sentences are made of

const Icon = ({ name, style = 'fas' }) => html`<i class=${`${style} fa-${name}`} aria-hidden="true"></i>`;

/** A piece of text; a mark at its start belongs to what stands before, wherever the line ends. */
function Words({ text }) {
  const [, mark, words] = /^([,.;:]?)\s*(.*)$/s.exec(text.trim());
  return html`
    ${mark && html`<span class="segments-text segments-mark">${mark}</span>`}
    ${words && html`<span class="segments-text">${words}</span>`}`;
}

/** A sentence with controls in its places. A place that holds nothing takes its blanks with it. */
const Sentence = ({ template, parts }) => cut(template).map((piece, index) => index % 2 === 1 ? parts[piece] : html`<${Words} text=${piece} />`);

/** A control with a label that only screen readers need, because the sentence reads on. */
const Labelled = ({ id, label, children }) => html`<span class="segments-control"><label class="sr-only" for=${id}>${label}</label>${children}</span>`;

function Select({ id, label, value, options, onChange, ...rest }) {
  return html`<${Labelled} id=${id} label=${label}>
    <select id=${id} class="form-control" value=${value} onChange=${e => onChange(e.currentTarget.value)} ...${rest}>
      ${options.map(option => html`<option key=${option.value} value=${option.value} selected=${option.value === value}>${option.text}</option>`)}
    </select>
  </${Labelled}>`;
}

function Input({ id, label, value, onInput, type = 'text', prefix, ...rest }) {
  const input = html`<input id=${id} type=${type} class="form-control" value=${value} autocomplete="off"
    onInput=${e => onInput(e.currentTarget.value)} onKeyDown=${e => e.key === 'Enter' && e.preventDefault()} ...${rest} />`;
  return html`<${Labelled} id=${id} label=${label}>
    ${prefix
      ? html`<span class="input-group"><span class="input-group-prepend"><span class="input-group-text">${prefix}</span></span>${input}</span>`
      : input}
  </${Labelled}>`;
}

const NumberInput = props => html`<${Input} type="number" step="any" inputmode="decimal" class="form-control segments-number" ...${props} />`;
const WholeInput = props => html`<${Input} type="number" step="1" min="0" inputmode="numeric" class="form-control segments-number segments-whole" ...${props} />`;
const DateInput = props => html`<${Input} type="date" ...${props} />`;
const TextInput = props => html`<${Input} class="form-control segments-words-input" ...${props} />`;

// ---------------------------------------------------------------- components: lists to choose from

const useLatest = value => {
  const ref = useRef(value);
  ref.current = value;
  return ref;
};

/** Calls back when something outside the element is pressed or focused. */
function useOutside(ref, isOpen, onOutside) {
  const callback = useLatest(onOutside);
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = e => { if (ref.current && !ref.current.contains(e.target)) callback.current(); };
    document.addEventListener('pointerdown', listen);
    document.addEventListener('focusin', listen);
    return () => {
      document.removeEventListener('pointerdown', listen);
      document.removeEventListener('focusin', listen);
    };
  }, [isOpen]);
}

/**
 * The keys of a list that opens under a text box (WAI-ARIA: combobox with listbox popup).
 * @param first the option that is active until another one is gone to
 */
function useActiveOption(count, isOpen, { onOpen, onPick, onClose }, first = 0) {
  const [active, setActive] = useState(null);
  const index = Math.min(active ?? first, count - 1);
  const onKeyDown = e => {
    if (e.key === 'Escape' && isOpen) onClose();
    else if (e.key === 'Enter') { if (isOpen && index >= 0) onPick(index); }
    else if (e.key === 'ArrowDown') isOpen ? setActive(count ? (index + 1) % count : 0) : onOpen();
    else if (e.key === 'ArrowUp' && isOpen) setActive(count ? (index + count - 1) % count : 0);
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  return { active: index, setActive, onKeyDown };
}

/** Keeps a list in view when it opens, and then the option under the keyboard. */
function useInView(ref, active, isOpen, isFilled) {
  useEffect(() => { if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' }); }, [isOpen, isFilled]);
  useLayoutEffect(() => { if (isOpen) ref.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }); }, [active, isOpen]);
}

/** Above so many a list is folded up, and then shows so few. */
const MOST_CHIPS = 12;
const FOLDED_CHIPS = 3;

/** How many entries an opened list shows at once; a search shows the others. */
const MOST_ENTRIES = 100;

/**
 * The entries of a value, each of which can be taken back. A long list is one line that can be opened, searched and, where
 * its entries are texts, corrected.
 */
function Entries({ page, id, label, values, join, itemOf, goneText, onRemove, onRename, onClear, onEmpty }) {
  const { t, formats } = page;
  const [isOpen, setOpen] = useState(false);
  const [term, setTerm] = useState('');
  const box = useRef();
  const isFolded = values.length > MOST_CHIPS || (isOpen && values.length > 0);
  useEffect(() => { if (values.length === 0) setOpen(false); }, [values.length]);

  const drop = value => {
    const buttons = [...box.current.querySelectorAll('[data-entry]')];
    const at = buttons.findIndex(button => button === button.ownerDocument.activeElement);
    onRemove(value);
    const next = at < 0 ? null : buttons[at + 1] || buttons[at - 1];
    if (next) next.focus();
    else onEmpty();
  };
  const chips = list => list.map((value, index) => html`
    <span class="segments-chip" key=${value}>
      ${index > 0 && join && html`<span class="segments-text">${join}</span>`}
      <${Chip} page=${page} item=${itemOf(value)} goneText=${goneText} onRemove=${() => drop(value)} />
    </span>`);
  if (!isFolded) return html`<span class="segments-entries" ref=${box}>${chips(values)}</span>`;

  const wanted = term.trim().toLocaleLowerCase();
  const found = values.filter(value => `${itemOf(value)?.text ?? ''} ${itemOf(value)?.detail ?? ''}`.toLocaleLowerCase().includes(wanted));
  return html`<span class="segments-entries" ref=${box}>
    <strong>${fill(t('List.Count'), { count: formats.number(values.length) })}</strong>
    ${!isOpen && chips(values.slice(0, FOLDED_CHIPS))}
    ${!isOpen && html`<span class="segments-text">${fill(t('List.More'), { count: formats.number(values.length - FOLDED_CHIPS) })}</span>`}
    <button type="button" class="btn btn-default btn-sm" aria-expanded=${String(isOpen)} aria-controls=${`${id}-entries`} onClick=${() => setOpen(!isOpen)}>
      <${Icon} name=${isOpen ? 'chevron-up' : 'chevron-down'} />${t(isOpen ? 'List.ShowLess' : 'List.ShowAll')}
    </button>
    <span id=${`${id}-entries`} class="segments-panel" role="group" aria-label=${label} hidden=${!isOpen}>
      ${isOpen && html`
        <label class="sr-only" for=${`${id}-entries-search`}>${t('List.Search')}</label>
        <input id=${`${id}-entries-search`} type="text" class="form-control" autocomplete="off" placeholder=${t('List.Search')} value=${term}
          onInput=${e => setTerm(e.currentTarget.value)} onKeyDown=${e => e.key === 'Enter' && e.preventDefault()} />
        <ul class="segments-entry-list">
          ${found.slice(0, MOST_ENTRIES).map(value => html`<li key=${value} class="segments-entry">
            <${Entry} page=${page} value=${value} item=${itemOf(value)} goneText=${goneText} onRemove=${() => drop(value)} onRename=${onRename} />
          </li>`)}
        </ul>
        ${found.length === 0 && html`<span class="segments-note">${t('Choice.Nothing')}</span>`}
        ${found.length > MOST_ENTRIES && html`<span class="segments-note">${fill(t('List.More'), { count: formats.number(found.length - MOST_ENTRIES) })}</span>`}
        <button type="button" class="btn btn-default btn-sm" onClick=${() => { onClear(); onEmpty(); }}><${Icon} name="trash-alt" />${t('List.Clear')}</button>`}
    </span>
  </span>`;
}

/** One line of an opened list. */
function Entry({ page, value, item, goneText, onRemove, onRename }) {
  const text = item ? item.text : goneText;
  const remove = html`<button type="button" class="btn btn-sm segments-tool" data-entry onClick=${onRemove}
    aria-label=${fill(page.t('Choice.Remove'), { name: text })}><${Icon} name="times" /></button>`;
  if (!onRename) return html`<span class=${item ? '' : 'segments-gone-text'}>${text}${item?.detail && html` <small class="segments-hint">${item.detail}</small>`}</span>${remove}`;
  return html`<input type="text" class="form-control" autocomplete="off" value=${value} aria-label=${fill(page.t('List.Entry'), { name: text })}
    onChange=${e => onRename(value, e.currentTarget.value)} onKeyDown=${e => {
      if (e.key !== 'Enter') return;
      e.preventDefault();
      onRename(value, e.currentTarget.value);
    }} />${remove}`;
}

/**
 * A box to paste a list into. What means nothing in the shop stays in it, to be corrected.
 * @param onApply text => promise of the texts that mean nothing
 */
function PasteBox({ page, id, start, onApply, onClose }) {
  const { t } = page;
  const [text, setText] = useState(start.join('\n'));
  const [state, setState] = useState({ waiting: false, failed: false, unknown: start });
  const area = useRef();
  useLayoutEffect(() => area.current.focus(), []);

  const apply = async () => {
    if (!text.trim() || state.waiting) return;
    setState({ waiting: true, failed: false, unknown: [] });
    try {
      const unknown = await onApply(text);
      if (unknown.length === 0) return onClose();
      setText(unknown.join('\n'));
      setState({ waiting: false, failed: false, unknown });
      area.current?.focus();
    } catch {
      setState({ waiting: false, failed: true, unknown: [] });
    }
  };
  const says = [
    state.waiting && t('Choice.Searching'),
    state.failed && t('Choice.Failed'),
    state.unknown.length > 0 && fill(t('List.NotFound'), { names: state.unknown.join(', ') })
  ].filter(Boolean);

  return html`<span class="segments-panel" role="group" aria-label=${t('List.Paste')}
    onKeyDown=${e => { if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); onClose(); } }}>
    <label for=${`${id}-paste`}>${t('List.Paste')}</label>
    <textarea id=${`${id}-paste`} ref=${area} class="form-control" rows="6" spellcheck="false" value=${text} aria-describedby=${`${id}-paste-hint`}
      onInput=${e => setText(e.currentTarget.value)}></textarea>
    <small id=${`${id}-paste-hint`} class="segments-hint">${t('List.Paste.Hint')}</small>
    <span role="status" class=${says.length > 0 && !state.waiting ? 'segments-problem segments-strict' : 'segments-problem'}>${says.join(' ')}</span>
    <span class="segments-panel-buttons">
      <button type="button" class="btn btn-primary btn-sm" aria-disabled=${state.waiting ? 'true' : undefined} onClick=${apply}>${t('List.Apply')}</button>
      <button type="button" class="btn btn-default btn-sm" onClick=${onClose}>${t('List.Cancel')}</button>
    </span>
  </span>`;
}

/** The button that opens the box to paste into, and that box. */
function usePaste({ page, id, onApply, isSmall = false }) {
  const [start, setStart] = useState(null);
  const button = useRef();
  return {
    open: setStart,
    close: () => setStart(null),
    button: html`
      <button type="button" ref=${button} class=${isSmall ? 'btn btn-sm segments-tool' : 'btn btn-default btn-sm'} aria-expanded=${String(start !== null)}
        aria-label=${isSmall ? page.t('List.Paste') : undefined} title=${isSmall ? page.t('List.Paste') : undefined}
        onClick=${() => setStart(start === null ? [] : null)}>
        <${Icon} name="paste" />${!isSmall && page.t('List.Paste')}
      </button>`,
    box: start !== null && html`<${PasteBox} key=${start.join('\n')} page=${page} id=${id} start=${start} onApply=${onApply}
      onClose=${() => { setStart(null); button.current?.focus(); }} />`
  };
}

/** A list of texts that are typed or pasted. */
function TextList({ page, id, label, operator, value, onChange, ...rest }) {
  const { t } = page;
  const [term, setTerm] = useState('');
  const box = useRef();
  const input = useRef();
  const latest = useLatest(value);

  const add = text => {
    const next = addTexts(latest.current, splitList(text));
    if (next !== latest.current) page.say(fill(t('List.Added'), { count: page.formats.number(next.length - latest.current.length) }));
    onChange(next);
    setTerm('');
    return [];
  };
  const rename = (before, after) => {
    const text = after.trim();
    if (text === before) return;
    const others = value.filter(other => other !== before);
    onChange(text === '' || others.some(other => other.toLowerCase() === text.toLowerCase()) ? others : value.map(other => other === before ? text : other));
  };
  const paste = usePaste({ page, id, onApply: async text => add(text) });

  return html`<span class="segments-picker" ref=${box}>
    <${Entries} page=${page} id=${id} label=${label} values=${value} join=${t(`Join.${operator}`, '')} itemOf=${text => ({ id: text, text })}
      onRemove=${text => onChange(value.filter(other => other !== text))} onRename=${rename} onClear=${() => onChange([])} onEmpty=${() => input.current.focus()} />
    <${Labelled} id=${id} label=${label}>
      <input id=${id} ref=${input} type="text" class="form-control segments-words-input" autocomplete="off" placeholder=${t('List.Type')} value=${term}
        onInput=${e => setTerm(e.currentTarget.value)}
        onBlur=${e => { if (term.trim() && !box.current.contains(e.relatedTarget)) add(term); }}
        onPaste=${e => {
          const text = e.clipboardData?.getData('text') ?? '';
          if (!isList(text)) return;
          e.preventDefault();
          add(text);
        }}
        onKeyDown=${e => {
          if (e.key === 'Enter') {
            e.preventDefault();
            if (term.trim()) add(term);
          } else if (e.key === 'Backspace' && term === '' && value.length > 0) onChange(value.slice(0, -1));
        }} ...${rest} />
    </${Labelled}>
    ${paste.button}${paste.box}
  </span>`;
}

/** Search as you type, choose several or paste them; the chosen stand before the box and can each be taken back. */
function ChoicePicker({ page, id, label, criterion, operator, value, onChange, isSingle = false, ...rest }) {
  const { t } = page;
  const [term, setTerm] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState({ items: [], waiting: false, failed: false });
  const box = useRef();
  const list = useRef();
  const input = useRef();
  const latest = useLatest(value);

  const asker = useMemo(() => createAsker({
    delay: 200,
    send: (wanted, signal) => page.searchChoices(criterion.list, wanted, signal),
    onChange: ({ waiting, answer, error }) => setFound(before => ({
      items: answer ?? (error ? [] : before.items), waiting, failed: Boolean(error)
    }))
  }), [criterion.list]);
  useEffect(() => asker.stop, [asker]);
  useEffect(() => { if (isOpen) asker.ask(term); }, [isOpen, term]);

  const close = () => { setOpen(false); setTerm(''); };
  const toggle = item => {
    if (isSingle) {
      onChange([item.id]);
      return close();
    }
    onChange(value.includes(item.id) ? value.filter(other => other !== item.id) : [...value, item.id]);
    setTerm('');
  };

  /** Adds what the texts mean, and answers with those that mean nothing. */
  const addPasted = async text => {
    const { items, unknown } = await resolvePasted(text, texts => page.resolveChoices(criterion.list, texts));
    const added = [...new Set(items.map(item => item.id))].filter(choice => !latest.current.includes(choice));
    if (added.length > 0) onChange([...latest.current, ...added]);
    page.say(fill(t('List.Added'), { count: page.formats.number(added.length) }));
    return unknown;
  };
  const paste = usePaste({ page, id, onApply: addPasted, isSmall: true });
  const onPaste = async e => {
    const text = e.clipboardData?.getData('text') ?? '';
    if (isSingle || !isList(text)) return;
    e.preventDefault();
    close();
    try {
      const before = latest.current;
      const unknown = await addPasted(text);
      if (unknown.length === 0) return;
      // A single line of which nothing is known was meant as a search.
      if (latest.current === before && !/[\r\n\t]/.test(text.trim())) {
        setTerm(text.trim());
        setOpen(true);
      } else paste.open(unknown);
    } catch {
      paste.open(splitList(text));
    }
  };

  useOutside(box, isOpen, close);
  const { active, setActive, onKeyDown } = useActiveOption(found.items.length, isOpen,
    { onOpen: () => setOpen(true), onPick: index => toggle(found.items[index]), onClose: close });
  useInView(list, active, isOpen, found.items.length > 0);

  return html`<span class="segments-picker" ref=${box}>
    <${Entries} page=${page} id=${id} label=${label} values=${value} join=${t(`Join.${operator}`, '')} itemOf=${choice => page.choiceOf(criterion.list, choice)}
      goneText=${page.goneText(criterion.list)}
      onRemove=${choice => onChange(value.filter(other => other !== choice))} onClear=${() => onChange([])} onEmpty=${() => input.current.focus()} />
    <span class="segments-together"><span class="segments-combobox">
      <label class="sr-only" for=${id}>${label}</label>
      <input id=${id} ref=${input} class="form-control" type="text" role="combobox" autocomplete="off" value=${term}
        placeholder=${t('Choice.Search')} aria-autocomplete="list" aria-expanded=${String(isOpen)} aria-controls=${`${id}-list`}
        aria-activedescendant=${isOpen && active >= 0 ? `${id}-${active}` : undefined}
        onFocus=${() => setOpen(true)} onClick=${() => setOpen(true)} onPaste=${onPaste}
        onInput=${e => { setTerm(e.currentTarget.value); setOpen(true); setActive(null); }}
        onKeyDown=${e => {
          if (e.key === 'Backspace' && term === '' && value.length > 0) onChange(value.slice(0, -1));
          else if (e.key === 'Tab') close();
          else onKeyDown(e);
        }} ...${rest} />
      <ul id=${`${id}-list`} ref=${list} class="segments-list" role="listbox" aria-multiselectable=${isSingle ? undefined : 'true'} aria-label=${label} hidden=${!isOpen}>
        ${found.items.map((item, index) => html`
          <li key=${item.id} id=${`${id}-${index}`} role="option" class=${index === active ? 'active' : ''} aria-selected=${String(value.includes(item.id))}
            onPointerDown=${e => e.preventDefault()} onClick=${() => toggle(item)} onPointerMove=${() => index !== active && setActive(index)}>
            <${Icon} name=${value.includes(item.id) ? 'check-square' : 'square'} style=${value.includes(item.id) ? 'fas' : 'far'} />
            <span>${item.text}${item.detail && html` <small class="segments-hint">${item.detail}</small>`}</span>
          </li>`)}
        ${found.items.length === 0 && html`<li role="presentation" class="segments-note">
          ${found.waiting ? t('Choice.Searching') : found.failed ? t('Choice.Failed') : t('Choice.Nothing')}</li>`}
      </ul>
    </span>${!isSingle && paste.button}</span>
    ${!isSingle && paste.box}
  </span>`;
}

function Chip({ page, item, goneText, onRemove }) {
  const text = item ? item.text : goneText;
  return html`<span class=${`segments-chip-box${item ? '' : ' segments-gone'}`} title=${item?.detail || text}>
    ${!item && html`<${Icon} name="exclamation-triangle" />`}
    <span>${text}</span>
    <button type="button" data-entry onClick=${onRemove} aria-label=${fill(page.t('Choice.Remove'), { name: text })}><${Icon} name="times" /></button>
  </span>`;
}

/** Of the items that were found, the one that is most likely meant: called so, or beginning so, or else the first. */
export function bestMatch(items, wanted) {
  const names = items.map(item => item.text.toLocaleLowerCase());
  const at = [names.indexOf(wanted), names.findIndex(name => name.startsWith(wanted)), names.findIndex(name => name.includes(wanted))];
  return Math.max(0, at.find(index => index >= 0) ?? 0);
}

/** A button that opens a searchable, grouped list of what can be added. */
function AddMenu({ page, id, text, groups, onPick, isDisabled, hint }) {
  const { t } = page;
  const [isOpen, setOpen] = useState(false);
  const [term, setTerm] = useState('');
  const box = useRef();
  const list = useRef();
  const button = useRef();
  const input = useRef();

  const wanted = term.trim().toLocaleLowerCase();
  const shown = groups
    .map(group => ({ ...group, items: group.items.filter(item => `${group.text} ${item.text} ${item.hint || ''}`.toLocaleLowerCase().includes(wanted)) }))
    .filter(group => group.items.length > 0);
  const items = shown.flatMap(group => group.items);
  const close = () => { setOpen(false); setTerm(''); };
  const pick = index => { close(); onPick(items[index]); };
  useOutside(box, isOpen, close);
  const { active, setActive, onKeyDown } = useActiveOption(items.length, isOpen,
    { onOpen: () => setOpen(true), onPick: pick, onClose: () => { close(); button.current.focus(); } }, bestMatch(items, wanted));
  useInView(list, active, isOpen, true);
  useLayoutEffect(() => { if (isOpen) { setActive(null); input.current.focus(); } }, [isOpen]);

  return html`<span class="segments-menu" ref=${box}>
    <button type="button" ref=${button} class="btn btn-default btn-sm" data-part="add" aria-haspopup="dialog" aria-expanded=${String(isOpen)}
      aria-disabled=${isDisabled ? 'true' : undefined} title=${isDisabled ? hint : undefined} onClick=${() => !isDisabled && (isOpen ? close() : setOpen(true))}>
      <${Icon} name="plus" />${text}
    </button>
    ${isOpen && html`<div class="segments-popover" role="dialog" aria-label=${text}>
      <label class="sr-only" for=${`${id}-search`}>${t('Add.Search')}</label>
      <input id=${`${id}-search`} ref=${input} class="form-control" type="text" role="combobox" autocomplete="off" placeholder=${t('Add.Search')} value=${term}
        aria-autocomplete="list" aria-expanded="true" aria-controls=${`${id}-list`} aria-activedescendant=${active >= 0 ? `${id}-${active}` : undefined}
        onInput=${e => { setTerm(e.currentTarget.value); setActive(null); }} onKeyDown=${onKeyDown} />
      <div id=${`${id}-list`} ref=${list} class="segments-list" role="listbox" aria-label=${text}>
        ${shown.map(group => html`
          <div role="group" aria-labelledby=${`${id}-${group.name}`} key=${group.name}>
            <div class="segments-list-head" id=${`${id}-${group.name}`}>${group.text}</div>
            ${group.items.map(item => {
              const index = items.indexOf(item);
              return html`<div key=${item.key} id=${`${id}-${index}`} role="option" aria-selected=${String(index === active)} class=${index === active ? 'active' : ''}
                onPointerDown=${e => e.preventDefault()} onClick=${() => pick(index)} onPointerMove=${() => index !== active && setActive(index)}>
                <span>${item.text}${item.hint && html`<small>${item.hint}</small>`}</span>
              </div>`;
            })}
          </div>`)}
        ${items.length === 0 && html`<div class="segments-note">${t('Add.Nothing')}</div>`}
      </div>
    </div>`}
  </span>`;
}

// ---------------------------------------------------------------- components: one comparison

/** The operators under which blanks around a text are a slip. */
const wholeTexts = ['is', 'isNot'];

/** A value with its unit after it. Sentences of a criterion's own name hours and days themselves. */
function withUnit(t, criterion, editor) {
  const unit = criterion.kind === 'percent' ? 'Value.Percent' : criterion.sentence ? null : { hours: 'Value.Hours', days: 'Value.Days' }[criterion.kind];
  return unit ? html`<span class="segments-together"><${Sentence} template=${t(unit)} parts=${{ value: editor }} /></span>` : editor;
}

function ValueEditor({ page, node, criterion, edit, described }) {
  const { t } = page;
  const { key, operator, value } = node;
  const id = `${key}-value`;
  const set = (next, tag) => edit(before => ({ ...before, value: next }), tag);
  const setOne = (index, next) => set(value.map((old, i) => i === index ? next : old), `${key}-value${index}`);
  const pair = (Editor, template, more) => html`<${Sentence} template=${template} parts=${{
    from: html`<${Editor} id=${id} label=${t('Value.From')} value=${value[0]} onInput=${next => setOne(0, next)} ...${more} ...${described} />`,
    to: html`<${Editor} id=${`${id}-to`} label=${t('Value.To')} value=${value[1]} onInput=${next => setOne(1, next)} ...${more} ...${described} />`
  }} />`;
  const label = fill(t('Value.Label'), { name: criterion.text });
  const unit = criterion.kind === 'money' ? { prefix: page.currency } : {};
  const one = more => html`<${NumberInput} id=${id} label=${label} value=${value} onInput=${next => set(next, id)} ...${more} ...${described} />`;
  const inUnit = editor => withUnit(t, criterion, editor);

  switch (shapeOf(criterion.kind, operator)) {
    case 'choices': return html`
      <${ChoicePicker} page=${page} id=${id} label=${label} criterion=${criterion} operator=${operator} value=${value} onChange=${next => set(next)} ...${described} />
      ${takesSubcategories(criterion) && html`<span class="segments-check">
        <input type="checkbox" id=${`${key}-sub`} checked=${node.subcategories}
          onChange=${e => { const subcategories = e.currentTarget.checked; edit(before => ({ ...before, subcategories })); }} />
        <label for=${`${key}-sub`}>${t('Choice.WithSubcategories')}</label>
      </span>`}`;
    case 'yesNo': return html`<${Select} id=${id} label=${label} value=${String(value)} onChange=${next => set(next === 'true')}
      options=${[{ value: 'true', text: criterion.yes || t('Yes') }, { value: 'false', text: criterion.no || t('No') }]} />`;
    case 'segment': return html`<${ChoicePicker} page=${page} id=${id} label=${label} criterion=${criterion} operator=${operator} value=${value} isSingle=${true}
      onChange=${next => set(next)} ...${described} />`;
    case 'text': return html`<${TextInput} id=${id} label=${label} value=${value} onInput=${next => set(next, id)}
      onChange=${e => wholeTexts.includes(operator) && set(e.currentTarget.value.trim(), id)} ...${described} />`;
    case 'texts': return html`<${TextList} page=${page} id=${id} label=${label} operator=${operator} value=${value} onChange=${next => set(next)} ...${described} />`;
    case 'share': return html`<span class="segments-together"><${Sentence} template=${t('Value.Percent')} parts=${{ value: one({ min: 0, max: 100 }) }} /></span>`;
    case 'numbers': return inUnit(pair(NumberInput, t('Value.Between'), unit));
    case 'dates': return pair(DateInput, t('Value.Between'));
    case 'date': return html`<${DateInput} id=${id} label=${label} value=${value} onInput=${next => set(next, id)} ...${described} />`;
    case 'days': return html`<span class="segments-together"><${Sentence} template=${t('Value.Days')} parts=${{
      value: html`<${WholeInput} id=${id} label=${label} value=${value} onInput=${next => set(next, id)} ...${described} />`
    }} /></span>`;
    case 'number': return inUnit(one(unit));
    default: return null;
  }
}

/** The operator and the value of a comparison, as parts of a sentence. */
function comparisonParts({ page, node, criterion, edit, described }) {
  const { t } = page;
  return {
    name: html`<strong class="segments-name">${criterion.text}</strong>`,
    operator: criterion.operators.length > 1 && html`<${Select} id=${`${node.key}-operator`} label=${fill(t('Operator.Label'), { name: criterion.text })} value=${node.operator}
      options=${criterion.operators.map(name => ({ value: name, text: t(`Operator.${criterion.kind}.${name}`, '') || t(`Operator.${name}`) }))}
      data-part="operator" onChange=${operator => {
        edit(before => ({ ...before, operator, value: convertValue(criterion, before.value, before.operator, operator) }));
        // The sentence is another one then, and the box of the operator stands elsewhere in it.
        if (isRank(operator) !== isRank(node.operator)) page.requestFocus(node.key, 'operator');
      }} />`,
    value: html`<${ValueEditor} page=${page} node=${node} criterion=${criterion} edit=${edit} described=${described} />`
  };
}

/** When it has to have happened. */
function WindowEditor({ page, node, edit, described }) {
  const { t } = page;
  const window = node.within;
  const kind = window?.kind ?? 'any';
  const id = `${node.key}-window`;
  const set = (name, tag) => value => edit(before => ({ ...before, within: { ...before.within, [name]: value } }), tag && `${id}-${name}`);
  const choose = html`<${Select} id=${id} label=${t('Window.Label')} value=${kind}
    options=${windowKinds.map(name => ({ value: name, text: t(`Window.${name}`) }))}
    onChange=${next => edit(before => ({ ...before, within: startWindow(next) }))} />`;
  if (kind === 'any') return choose;

  const parts = kind === 'dates'
    ? {
        from: html`<${DateInput} id=${`${id}-from`} label=${t('Window.From')} value=${window.from} onInput=${set('from', true)} ...${described} />`,
        to: html`<${DateInput} id=${`${id}-to`} label=${t('Window.To')} value=${window.to} onInput=${set('to', true)} ...${described} />`
      }
    : {
        count: html`<${WholeInput} id=${`${id}-count`} label=${t('Window.Count')} value=${window.count} onInput=${set('count', true)} ...${described} />`,
        to: html`<${WholeInput} id=${`${id}-to`} label=${t('Window.Count')} value=${window.to} onInput=${set('to', true)} ...${described} />`,
        unit: html`<${Select} id=${`${id}-unit`} label=${t('Window.Unit')} value=${window.unit} onChange=${set('unit')}
          options=${['day', 'hour'].map(unit => ({ value: unit, text: t(`Window.${kind}.${unit}`) }))} />`
      };
  return html`<${Sentence} template=${t(`Window.${kind}.Sentence`)} parts=${{ kind: choose, ...parts }} />`;
}

// ---------------------------------------------------------------- components: rules and groups

const Problem = ({ id, isStrict, text }) => html`<p id=${id} class=${isStrict ? 'segments-problem segments-strict' : 'segments-problem'}>
  <${Icon} name=${isStrict ? 'exclamation-circle' : 'info-circle'} /> ${text}</p>`;

/** What is wrong with a rule: what is still missing, or else what the server said of it. */
function problemsOf(page, key) {
  const said = page.errors.get(key) || [];
  const missing = page.problems.get(key);
  const texts = missing ? [fill(page.t(missing), { count: page.formats.number(missing === 'Wrong.Long' ? page.limits.textLength : page.limits.values) })] : said;
  return {
    texts,
    isStrict: said.length > 0 || (texts.length > 0 && page.isStrict),
    described: texts.length > 0 ? { 'aria-describedby': `${key}-problem`, ...((said.length > 0 || page.isStrict) && { 'aria-invalid': 'true' }) } : {}
  };
}

const Problems = ({ id, texts, isStrict }) => texts.length > 0 && html`<${Problem} id=${id} isStrict=${isStrict} text=${texts.join(' ')} />`;

const ToolButton = ({ part, icon, text, name, isDisabled, onClick }) => html`<button type="button" class="btn btn-sm segments-tool" data-part=${part} title=${text}
  aria-label=${name ? `${text}: ${name}` : text} aria-disabled=${isDisabled ? 'true' : undefined} onClick=${() => !isDisabled && onClick()}><${Icon} name=${icon} /></button>`;

/** What leads over to a rule's filters: each activity has rows of its own. */
const whereText = (t, node) => node.kind === 'orders' ? t('Where.Every') : t(`Where.First.${node.activity ?? node.name}`, '') || t('Where.First');

function Filters({ page, node }) {
  const { t, actions } = page;
  const filters = page.catalogue.filtersOf(node);
  const name = page.nameOf(node);
  return html`<div class="segments-where">
    ${node.where.length > 0 && html`<ul>
      ${node.where.map((filter, index) => {
        const criterion = page.catalogue.filterOf(node, filter.name);
        const edit = (change, tag) => actions.editFilter(node.key, filter.key, change, tag);
        const { texts, isStrict, described } = problemsOf(page, filter.key);
        return html`<li key=${filter.key} data-key=${filter.key} class="segments-filter">
          <div class="segments-filter-row">
            <div class="segments-line" role="group" aria-label=${criterion.text}>
              <span class="segments-text">${index > 0 ? t('Where.And') : whereText(t, node)}</span>
              <${Sentence} template=${criterion.sentence || t('Sentence.Field')} parts=${comparisonParts({ page, node: filter, criterion, edit, described })} />
            </div>
            <${ToolButton} part="remove" icon="times" text=${t('Tool.RemoveFilter')} name=${criterion.text} onClick=${() => actions.removeFilter(node.key, filter.key)} />
          </div>
          <${Problems} id=${`${filter.key}-problem`} texts=${texts} isStrict=${isStrict} />
        </li>`;
      })}
    </ul>`}
    ${filters.length > 0 && html`<${AddMenu} page=${page} id=${`${node.key}-filters`} text=${t('Add.Filter')} groups=${page.menuOfFilters(filters)}
      isDisabled=${page.isFull} hint=${page.fullText} onPick=${item => actions.addFilter(node.key, item.criterion, name)} />`}
  </div>`;
}

function Tools({ page, node, parent, index }) {
  const { t, actions, root } = page;
  const name = page.nameOf(node);
  const isFirst = parent.key === root.key && index === 0;
  const isLast = parent.key === root.key && index === parent.rules.length - 1;
  return html`<div class="segments-tools">
    <span class="segments-handle" draggable="true" title=${t('Tool.Drag')} aria-hidden="true"
      onDragStart=${e => actions.startDrag(node.key, e)} onDragEnd=${actions.endDrag}><${Icon} name="grip-vertical" /></span>
    <${ToolButton} part="up" icon="arrow-up" text=${t('Tool.MoveUp')} name=${name} isDisabled=${isFirst} onClick=${() => actions.step(node.key, -1)} />
    <${ToolButton} part="down" icon="arrow-down" text=${t('Tool.MoveDown')} name=${name} isDisabled=${isLast} onClick=${() => actions.step(node.key, 1)} />
    <${ToolButton} part="clone" icon="clone" text=${t('Tool.Clone')} name=${name} isDisabled=${page.isFull} onClick=${() => actions.clone(node.key)} />
    <${ToolButton} part="remove" icon="trash-alt" text=${t('Tool.Remove')} name=${name} onClick=${() => actions.remove(node.key)} />
  </div>`;
}

/** One condition: a readable sentence with its filters beneath. */
function Condition({ page, node, tools }) {
  const { t, actions } = page;
  const criterion = page.catalogue.criterionOf(node);
  const { texts, isStrict, described } = problemsOf(page, node.key);
  if (!criterion) return html`<div class="segments-line"><span class="segments-text"><${Icon} name="lock" /> ${t('Rule.Unknown')}</span></div>
    ${tools}
    <${Problems} id=${`${node.key}-problem`} texts=${texts} isStrict=${isStrict} />`;

  const edit = (change, tag) => actions.edit(node.key, change, tag);
  const template = isRank(node.operator) ? t('Sentence.Ranked') : criterion.sentence || t(node.kind === 'field' ? 'Sentence.Field' : 'Sentence.Measure');
  const parts = {
    ...(node.kind === 'orders' ? { name: html`<strong class="segments-name">${criterion.text}</strong>` } : comparisonParts({ page, node, criterion, edit, described })),
    ...(page.catalogue.takesWindow(node) && { window: html`<${WindowEditor} page=${page} node=${node} edit=${edit} described=${described} />` })
  };
  return html`
    <div class="segments-line" role="group" aria-label=${criterion.text}><${Sentence} template=${template} parts=${parts} /></div>
    ${tools}
    <${Problems} id=${`${node.key}-problem`} texts=${texts} isStrict=${isStrict} />
    ${node.where && html`<${Filters} page=${page} node=${node} />`}`;
}

function Rule({ page, node, parent, index }) {
  const { drop } = page;
  const connector = index === 0 ? page.t(`Connector.First.${parent.match}`, '') : page.t(`Connector.${parent.match}`);
  const isStrict = page.errors.has(node.key) || (page.isStrict && page.problems.has(node.key));
  const tools = html`<${Tools} page=${page} node=${node} parent=${parent} index=${index} />`;
  const marks = drop?.parent === parent.key ? (drop.index === index ? ' segments-drop-before' : drop.index === index + 1 ? ' segments-drop-after' : '') : '';
  return html`<li data-key=${node.key} class=${`segments-rule${marks}`} onDragOver=${e => page.actions.dragOver(e, parent.key, index)}>
    ${connector && html`<div class=${`segments-connector segments-${parent.match}`}>${connector}</div>`}
    <div class=${`segments-box${node.kind === 'group' ? ' segments-box-group' : ''}${isStrict ? ' segments-box-wrong' : ''}`}>
      ${node.kind === 'group' ? html`<${Group} page=${page} node=${node} tools=${tools} />` : html`<${Condition} page=${page} node=${node} tools=${tools} />`}
    </div>
  </li>`;
}

function Group({ page, node, tools = null, isRoot = false }) {
  const { t, actions, limits } = page;
  const { texts, isStrict } = problemsOf(page, node.key);
  const isDeep = depthOf(page.root, node.key) >= limits.depth;
  const match = html`<${Select} id=${`${node.key}-match`} label=${t('Group.Match')} value=${node.match}
    options=${['all', 'any', 'none'].map(name => ({ value: name, text: t(`Match.${name}`) }))}
    onChange=${next => actions.edit(node.key, before => ({ ...before, match: next }))} />`;
  return html`<fieldset class="segments-group" data-key=${isRoot ? node.key : undefined}>
    <legend class="sr-only">${fill(t(isRoot ? 'Group.Root' : 'Group.Nested'), { match: t(`Match.${node.match}`) })}</legend>
    <div class="segments-line segments-group-line">
      <${Sentence} template=${t(isRoot ? 'Group.Root' : 'Group.Nested')} parts=${{ match }} />
    </div>
    ${tools}
    <ol class=${`segments-rules${page.drop?.parent === node.key && node.rules.length === 0 ? ' segments-drop-inside' : ''}`}
      onDragOver=${e => actions.dragOver(e, node.key, null)}>
      ${node.rules.map((rule, index) => html`<${Rule} key=${rule.key} page=${page} node=${rule} parent=${node} index=${index} />`)}
    </ol>
    ${!(isRoot && node.rules.length === 0) && html`<${Problems} id=${`${node.key}-problem`} texts=${texts} isStrict=${isStrict} />`}
    <div class="segments-adders">
      <${AddMenu} page=${page} id=${`${node.key}-menu`} text=${t('Add.Condition')} groups=${page.menu} isDisabled=${page.isFull} hint=${page.fullText}
        onPick=${item => actions.add(node.key, item.create())} />
      <button type="button" class="btn btn-default btn-sm" data-part="add-group" aria-disabled=${isDeep ? 'true' : undefined}
        title=${isDeep ? fill(t('Add.Deep'), { depth: limits.depth }) : undefined} onClick=${() => !isDeep && actions.add(node.key, newGroup('any'), 'add')}>
        <${Icon} name="layer-group" />${t('Add.Group')}
      </button>
    </div>
  </fieldset>`;
}

const Empty = ({ page }) => html`<div class="segments-empty">
  <p class="segments-empty-title">${page.t('Empty.Title')}</p>
  <p>${page.t('Empty.Text')}</p>
  <p><a href=${page.urls.templates}><${Icon} name="th-large" /> ${page.t('Empty.Templates')}</a></p>
</div>`;

// ---------------------------------------------------------------- components: the live count

const isCount = result => typeof result?.answer?.count === 'number';

/** The headline of the panel: what is known now, in one line. */
function countText(page, state) {
  const { t, formats } = page;
  if (page.isEmpty) return t('Count.Empty');
  if (page.problems.size > 0) return t('Count.Incomplete');
  if (state.error) return t('Count.Failed');
  if (state.answer?.errors) return t('Count.Refused');
  return isCount(state)
    ? fill(t(state.answer.count === 1 ? 'Count.One' : 'Count.Many'), { count: formats.number(state.answer.count) })
    : '';
}

function Count({ page, state, onRetry }) {
  const { t, formats } = page;
  const { answer } = state;
  const isShown = isCount(state) && !page.isEmpty && page.problems.size === 0 && !state.error;
  const isFailed = state.error && !page.isEmpty && page.problems.size === 0;
  const share = isShown && answer.population > 0 ? answer.count / answer.population : 0;
  return html`<div class="card card-default segments-count">
    <div class="card-body">
      <h2 class="segments-panel-title">${t('Count.Title')}</h2>
      <div class=${`segments-count-line${state.waiting && isShown ? ' segments-stale' : ''}`} role="status" aria-live="polite" aria-atomic="true">
        <span class=${isShown ? 'segments-figure' : 'segments-figure-note'}>
          ${isFailed && html`<${Icon} name="exclamation-triangle" /> `}${countText(page, state)}</span>
        ${isShown && html`<span class="segments-share">${fill(t('Count.Share'), { share: formats.percent(share), population: formats.number(answer.population) })}</span>`}
      </div>
      ${isShown && html`<div class="progress segments-bar" aria-hidden="true"><div class="progress-bar" style=${{ width: `${Math.min(100, share * 100)}%` }}></div></div>`}
      <span class="segments-waiting" aria-hidden="true">${state.waiting && html`<${Icon} name="spinner fa-spin" /> ${t('Count.Waiting')}`}</span>
      ${isFailed && html`<button type="button" class="btn btn-default btn-sm" onClick=${onRetry}><${Icon} name="redo" />${t('Count.Retry')}</button>`}
      ${isShown && answer.sentence && html`<p class="segments-words">${answer.sentence}</p>`}
      <p class="segments-counting">${page.countingText}</p>
    </div>
  </div>`;
}

function Sample({ page, state }) {
  const { t } = page;
  if (page.isEmpty || page.problems.size > 0 || state.error || !isCount(state)) return null;
  const { sample } = state.answer;
  return html`<div class="card card-default segments-sample">
    <div class="card-body">
      <h2 class="segments-panel-title">${t('Sample.Title')}</h2>
      ${sample.length === 0
        ? html`<p class="segments-note">${t('Sample.None')}</p>`
        : html`<ul>${sample.map(customer => html`<li key=${customer.url}>
            <a href=${customer.url} target="_blank" rel="noopener">${customer.name || customer.email || t('Sample.Guest')}</a>
            ${customer.name && html`<span>${customer.email || t('Sample.Guest')}</span>`}
          </li>`)}</ul>`}
      <p class="segments-counting">${page.countingText}</p>
    </div>
  </div>`;
}

// ---------------------------------------------------------------- the whole

const reduce = (history, action) => action.type === 'undo' ? undo(history)
  : action.type === 'redo' ? redo(history)
  : action.type === 'seal' ? { ...history, tag: null }
  : record(history, action.edit(history.present), action.tag);

/** Puts the focus where the last action wants it, once the page shows its result. */
function useFocusRequest(box) {
  const request = useRef(null);
  useLayoutEffect(() => {
    if (!request.current || !box.current) return;
    const { key, part, element } = request.current;
    request.current = null;
    if (element) {
      // What is moved in the page loses the focus even though it is still there.
      (element.isConnected ? element : box.current.querySelector('[data-part="add"]'))?.focus();
      return;
    }
    const place = box.current.querySelector(`[data-key="${key}"]`);
    const incomplete = `[aria-describedby="${key}-problem"]`;
    const controls = '.segments-line select, .segments-line input, .segments-adders button, .segments-tools button';
    const target = part
      ? place?.querySelector(`[data-part="${part}"]`)
      : place?.querySelector(incomplete) || place?.querySelector(controls);
    (target || box.current.querySelector('[data-part="add"]'))?.focus();
  });
  return (key, part, element) => { request.current = { key, part, element }; };
}

function createMenu(catalogue, t) {
  const item = (kind, criterion) => ({
    key: JSON.stringify(kind), text: criterion.text, hint: criterion.hint, group: criterion.group, create: () => newRule(kind, catalogue)
  });
  const activities = catalogue.activities.map(activity => ({
    name: activity.name,
    text: activity.text,
    items: [
      ...activity.measures.map(measure => item({ kind: 'activity', activity: activity.name, measure: measure.name }, measure)),
      ...catalogue.quantifiers.filter(quantifier => quantifier.activity === activity.name)
        .map(quantifier => item({ kind: 'orders', quantifier: quantifier.kind, name: quantifier.name }, quantifier))
    ]
  }));
  const fields = catalogue.fields.map(field => item({ kind: 'field', name: field.name }, field));
  const segments = catalogue.segment ? [{ ...item({ kind: 'segment' }, catalogue.segment), group: 'segments' }] : [];
  return [...activities, ...grouped([...fields, ...segments], t)];
}

/** The groups of fields that every shop has, in the order in which they are offered; others follow. */
const fieldGroups = ['account', 'contact', 'preferences', 'visits', 'marketing', 'attributes', 'segments'];

/** Items by their groups. */
const grouped = (items, t) => [...new Set([...fieldGroups.filter(group => items.some(item => item.group === group)), ...items.map(item => item.group)])]
  .map(name => ({ name, text: t(`MenuGroup.${name}`, name), items: items.filter(item => item.group === name) }));

function RuleBuilder({ data, services, panels }) {
  const catalogue = useMemo(() => createCatalogue(data.catalogue), []);
  const initial = useMemo(() => readDefinition(data.definition, catalogue), []);
  const [history, dispatch] = useReducer(reduce, initial, startHistory);
  const [preview, setPreview] = useState({ waiting: false });
  const [isStrict, setStrict] = useState(false);
  const [includeGuests, setIncludeGuests] = useState(services.includesGuests());
  const [drop, setDrop] = useState(null);
  const [said, say] = useState('');
  const [serverErrors, setServerErrors] = useState(() => ({ root: initial, list: data.errors || [] }));
  const dragged = useRef(null);
  const box = useRef();
  const requestFocus = useFocusRequest(box);
  const root = history.present;
  const latestRoot = useLatest(root);

  const t = useCallback((name, fallback) => data.texts[name] ?? fallback ?? name, []);
  const menu = useMemo(() => createMenu(catalogue, t), []);
  const formats = useMemo(() => {
    const number = new Intl.NumberFormat(data.culture);
    const percent = new Intl.NumberFormat(data.culture, { style: 'percent', maximumFractionDigits: 1 });
    return { number: value => number.format(value), percent: value => percent.format(value) };
  }, []);

  /** What to say of an error at a path. */
  function errorText(path, node) {
    if (node?.kind === 'unknown') return 'Error.Unknown';
    if (namesSegment.test(path) && node?.kind === 'segment' && !services.choiceOf(catalogue.segment.list, node.value[0])) return 'Error.NoSegment';
    return namesChoice.test(path) ? 'Error.Gone' : 'Error.Said';
  }

  const nameOf = node => node.kind === 'group' ? t('Group.Name') : catalogue.criterionOf(node)?.text ?? t('Rule.Unknown');
  const edit = (change, tag) => dispatch({ type: 'edit', edit: change, tag });
  const actions = {
    edit: (key, changeNode, tag) => edit(tree => change(tree, key, changeNode), tag),
    editFilter: (key, filterKey, changeFilter, tag) => edit(tree => change(tree, key, node => (
      { ...node, where: node.where.map(filter => filter.key === filterKey ? changeFilter(filter) : filter) })), tag),
    add(parentKey, node, part) {
      edit(tree => insert(tree, parentKey, find(tree, parentKey).rules.length, node));
      requestFocus(node.key, part);
      say(fill(t('Said.Added'), { rule: nameOf(node) }));
    },
    addFilter(key, criterion) {
      const filter = { key: newKey(), kind: 'filter', name: criterion.name, ...newComparison(criterion) };
      edit(tree => change(tree, key, node => ({ ...node, where: [...node.where, filter] })));
      requestFocus(filter.key);
      say(fill(t('Said.Added'), { rule: criterion.text }));
    },
    removeFilter(key, filterKey) {
      const { where } = find(root, key);
      const index = where.findIndex(filter => filter.key === filterKey);
      const neighbour = where[index + 1] || where[index - 1];
      edit(tree => change(tree, key, node => ({ ...node, where: node.where.filter(filter => filter.key !== filterKey) })));
      requestFocus(neighbour ? neighbour.key : key, neighbour ? 'remove' : 'add');
      say(fill(t('Said.Removed'), { rule: t('Filter.Name') }));
    },
    remove(key) {
      const neighbour = neighbourOf(root, key);
      const isGroup = findParent(root, key).parent.key === neighbour;
      edit(tree => remove(tree, key));
      requestFocus(neighbour, isGroup ? 'add' : 'remove');
      say(fill(t('Said.Removed'), { rule: nameOf(find(root, key)) }));
    },
    clone(key) {
      const { parent, index } = findParent(root, key);
      const copy = clone(parent.rules[index]);
      edit(tree => insert(tree, parent.key, index + 1, copy));
      requestFocus(copy.key);
      say(fill(t('Said.Cloned'), { rule: nameOf(copy) }));
    },
    step(key, direction) {
      moved(step(root, key, direction, data.limits.depth), key, direction < 0 ? 'up' : 'down');
    },
    startDrag(key, e) {
      dragged.current = key;
      e.dataTransfer.effectAllowed = 'move';
      e.dataTransfer.setData('text/plain', '');
      e.dataTransfer.setDragImage(e.currentTarget.closest('.segments-rule'), 20, 20);
    },
    drop(e) {
      if (!dragged.current) return;
      e.preventDefault();
      if (drop) moved(move(root, dragged.current, drop.parent, drop.index, data.limits.depth), dragged.current, 'up');
      actions.endDrag();
    },
    endDrag() {
      dragged.current = null;
      setDrop(null);
    },
    dragOver(e, parentKey, index) {
      if (!dragged.current) return;
      e.preventDefault();
      e.stopPropagation();
      const group = find(root, parentKey);
      const isLower = index !== null && e.clientY > e.currentTarget.getBoundingClientRect().top + e.currentTarget.offsetHeight / 2;
      const place = { parent: parentKey, index: index === null ? group.rules.length : index + (isLower ? 1 : 0) };
      const isPossible = move(root, dragged.current, place.parent, place.index, data.limits.depth) !== root;
      const next = isPossible ? place : null;
      if (drop?.parent !== next?.parent || drop?.index !== next?.index) setDrop(next);
    }
  };

  function moved(tree, key, part) {
    if (tree === root) return;
    edit(() => tree);
    requestFocus(key, part);
    const { parent, index } = findParent(tree, key);
    say(fill(t('Said.Moved'), { rule: nameOf(find(tree, key)), line: index + 1, lines: parent.rules.length }));
  }

  const goBack = type => {
    requestFocus(null, null, box.current.ownerDocument.activeElement);
    dispatch({ type });
    say(t(type === 'undo' ? 'Said.Undone' : 'Said.Redone'));
  };

  // What is missing, and what the server said of the tree that it was asked about.
  const problems = useMemo(() => new Map(findProblems(root, catalogue, data.limits).map(problem => [problem.key, problem.text])), [root]);
  const errors = useMemo(() => {
    const map = new Map();
    if (serverErrors.root === root)
      for (const { path, message } of serverErrors.list) {
        const key = locate(root, path);
        const text = t(errorText(path, find(root, key)));
        map.set(key, [...new Set([...(map.get(key) || []), fill(text, { message })])]);
      }
    return map;
  }, [serverErrors, root]);
  const isEmpty = root.rules.length === 0;
  const isFull = countConditions(root) >= data.limits.conditions;

  // The form's field, and the count.
  const json = useMemo(() => JSON.stringify(writeDefinition(root, catalogue)), [root]);
  useLayoutEffect(() => services.store(isEmpty ? '' : json, root !== initial), [json]);

  const asker = useMemo(() => createAsker({
    send: (question, signal) => services.preview(question, signal),
    onChange(state) {
      setPreview(before => state.waiting ? { ...before, waiting: true } : state);
      if (state.answer?.errors) setServerErrors({ root: state.question.root, list: state.answer.errors });
    }
  }), []);
  const ask = () => {
    if (isEmpty || problems.size > 0) {
      asker.stop();
      setPreview(before => ({ ...before, waiting: false }));
    } else asker.ask({ definition: json, includeGuests, root: latestRoot.current });
  };
  useEffect(ask, [json, includeGuests]);
  useEffect(() => asker.stop, []);
  useEffect(() => services.onGuestsChange(setIncludeGuests), []);
  useEffect(() => services.onSubmit(() => {
    const first = findProblems(latestRoot.current, catalogue, data.limits)[0];
    if (!first) return true;
    setStrict(true);
    requestFocus(first.key, latestRoot.current.key === first.key ? 'add' : undefined);
    return false;
  }), []);

  const page = {
    t, catalogue, actions, root, menu, formats, drop, errors, problems, isStrict, isEmpty, isFull, nameOf,
    limits: data.limits,
    urls: data.urls,
    currency: data.currency,
    countingText: data.countingText,
    fullText: fill(t('Add.Full'), { count: data.limits.conditions }),
    say,
    requestFocus,
    choiceOf: services.choiceOf,
    searchChoices: services.searchChoices,
    resolveChoices: services.resolveChoices,
    goneText: list => t(list === catalogue.segment?.list ? 'Choice.NoSegment' : 'Choice.Gone'),
    menuOfFilters: filters => grouped(filters.map(criterion => (
      { key: criterion.name, text: criterion.text, hint: criterion.hint, group: criterion.name.split('.')[0], criterion })), t)
  };
  const general = serverErrors.root === root && isEmpty ? serverErrors.list.map(error => error.message) : [];

  useLayoutEffect(() => {
    render(html`<${Count} page=${page} state=${preview} onRetry=${ask} />`, panels.count);
    render(html`<${Sample} page=${page} state=${preview} />`, panels.sample);
  });

  const onKeyDown = e => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || !['z', 'y'].includes(e.key.toLowerCase())) return;
    if (e.target.matches('input:not([type=checkbox]), textarea')) return;
    e.preventDefault();
    goBack(e.key.toLowerCase() === 'y' || e.shiftKey ? 'redo' : 'undo');
  };

  return html`<div class="segments-builder" ref=${box} onKeyDown=${onKeyDown} onFocusOut=${() => history.tag && dispatch({ type: 'seal' })}
    onDrop=${actions.drop}>
    <div class="segments-history">
      <${ToolButton} part="undo" icon="undo" text=${t('Tool.Undo')} isDisabled=${history.past.length === 0} onClick=${() => goBack('undo')} />
      <${ToolButton} part="redo" icon="redo" text=${t('Tool.Redo')} isDisabled=${history.future.length === 0} onClick=${() => goBack('redo')} />
    </div>
    ${general.length > 0 && html`<${Problem} id="segments-general" isStrict=${true} text=${general.join(' ')} />`}
    ${isStrict && isEmpty && general.length === 0 && html`<${Problem} id="segments-general" isStrict=${true} text=${t('Missing.Rules')} />`}
    ${isEmpty && html`<${Empty} page=${page} />`}
    <${Group} page=${page} node=${root} isRoot=${true} />
    <div class="sr-only" role="status" aria-live="polite">${said}</div>
  </div>`;
}

// ---------------------------------------------------------------- the start: the page around the builder

/** How many pasted texts the server is asked about at once. */
const MOST_PASTED = 500;

/** All that the builder needs of the page and the server. */
function createServices(data, form) {
  const field = form.querySelector('input[name="Definition"]');
  const guests = form.querySelector('input[type="checkbox"][name="IncludeGuests"]');
  const known = new Map(Object.entries(data.choices || {}).map(([list, items]) => [list, new Map(items.map(item => [item.id, item]))]));
  let isChanged = false;
  let isLeaving = false;

  async function post(url, values, signal) {
    const token = document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ ...values, __RequestVerificationToken: token }),
      headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' },
      credentials: 'same-origin',
      signal
    });
    if (!response.ok) throw new Error(`${response.status}`);
    const answer = await response.json();
    if (answer.error) throw new Error(answer.error);
    return answer;
  }

  function remember(list, items) {
    if (!known.has(list)) known.set(list, new Map());
    for (const item of items) known.get(list).set(item.id, item);
    return items;
  }

  window.addEventListener('beforeunload', e => { if (isChanged && !isLeaving) e.preventDefault(); });

  return {
    store(json, changed) { field.value = json; isChanged = changed; },
    includesGuests: () => Boolean(guests?.checked),
    onGuestsChange: callback => guests?.addEventListener('change', () => callback(guests.checked)),
    onSubmit: check => form.addEventListener('submit', e => {
      if (e.submitter?.formNoValidate) return;
      isLeaving = check();
      if (!isLeaving) e.preventDefault();
    }),
    preview: ({ definition, includeGuests }, signal) => post(data.urls.preview, { definition, includeGuests }, signal),
    searchChoices: async (list, term, signal) => remember(list, (await post(data.urls.choices, { list, term }, signal)).items),
    async resolveChoices(list, texts) {
      const answers = [];
      for (let at = 0; at < texts.length; at += MOST_PASTED)
        answers.push(await post(data.urls.choices, { list, pasted: texts.slice(at, at + MOST_PASTED).join('\n') }));
      return { items: answers.flatMap(answer => remember(list, answer.items)), unknown: answers.flatMap(answer => answer.unknown) };
    },
    // A code that the list does not have, or a choice by name, as imported definitions may have it, is its own text.
    choiceOf: (list, id) => known.get(list)?.get(id) ?? (typeof id === 'string' ? { id, text: id } : null)
  };
}

/** Starts the builder on a page that has its places. */
export function start(document) {
  const place = document.getElementById('segment-rules');
  if (!place) return;
  const data = JSON.parse(document.getElementById('segment-editor-data').textContent);
  const panels = { count: document.getElementById('segment-count'), sample: document.getElementById('segment-sample') };
  place.textContent = '';
  render(html`<${RuleBuilder} data=${data} services=${createServices(data, place.closest('form'))} panels=${panels} />`, place);
}

if (typeof document !== 'undefined') start(document);
