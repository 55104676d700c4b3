// The rule builder without a page: what can be done to the tree of rules, its JSON, and the order of answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as b from './Content/editor/rule-builder.js';

const numbers = ['atLeast', 'greaterThan', 'between', 'inTop', 'inBottom'];
const category = { name: 'item.category', kind: 'choice', operators: ['isAnyOf', 'isNoneOf'], list: 'categories', subcategories: true };
const total = { name: 'order.total', kind: 'money', operators: numbers };
const method = { name: 'order.paymentMethod', kind: 'code', operators: ['isAnyOf', 'isNoneOf'], list: 'paymentMethods' };
const registered = { name: 'customer.registeredOn', kind: 'date', operators: ['inLast', 'before', 'between', 'isEmpty'] };
const city = { name: 'customer.city', kind: 'text', operators: ['is', 'contains', 'isAnyOf', 'isNoneOf', 'isEmpty'] };
const type = { name: 'newsletter.type', kind: 'choice', operators: ['isAnyOf'], list: 'newsletterTypes' };
const share = { name: 'discountedShare', kind: 'percent', operators: ['atLeast', 'between'] };
const hours = { name: 'hoursSinceChange', kind: 'hours', operators: ['atLeast', 'between'] };
const filters = [category, total, method];
const quantifier = kind => ({ kind, name: 'order', activity: 'orders', filters, takesWindow: kind !== 'first' });
const catalogue = b.createCatalogue({
  fields: [registered, city, { name: 'customer.country', kind: 'choice', operators: ['isAnyOf'], list: 'countries' },
    { name: 'customer.newsletter', kind: 'yesNo', operators: ['is'], filters: [type] }],
  activities: [
    { name: 'orders', measures: [{ name: 'count', kind: 'number', operators: numbers }, share], filters, takesWindow: true },
    { name: 'cart', measures: [hours], filters: [], takesWindow: true },
    { name: 'rewardPoints', measures: [{ name: 'balance', kind: 'number', operators: numbers }], filters: [], takesWindow: false }],
  quantifiers: [quantifier('every'), quantifier('first'), quantifier('latest')],
  segment: { operators: ['is', 'isNot'], list: 'segments' }
});
const limits = { values: 1000, textLength: 400 };

const count = value => ({ activity: 'orders', measure: 'count', operator: 'atLeast', value });
const group = (match, ...rules) => ({ match, rules });
const read = rules => b.readDefinition({ version: 1, rules }, catalogue);
const write = root => b.writeDefinition(root, catalogue).rules;
const shape = node => node.kind === 'group' ? [node.match, ...node.rules.map(shape)] : Number(node.value);

test('a definition comes back as it was', () => {
  const definition = {
    version: 1,
    rules: group('all',
      { ...count(3), within: { last: 90, unit: 'day' }, where: [{ field: 'item.category', operator: 'isAnyOf', value: [7, 8], includeSubcategories: true }] },
      { ...count(1), within: { between: [2, 48], unit: 'hour' }, where: [{ field: 'order.total', operator: 'between', value: [0.5, 20] }] },
      group('none',
        { every: 'order', within: { from: '2025-01-31' }, where: [{ field: 'order.total', operator: 'atLeast', value: 10 }] },
        { field: 'customer.newsletter', operator: 'is', value: false },
        { field: 'customer.registeredOn', operator: 'between', value: ['2024-01-01', '2024-12-31'] },
        { field: 'customer.registeredOn', operator: 'isEmpty' }),
      { ...count(2), within: { olderThan: 5, unit: 'day' } },
      { ...count(2), within: { from: '2025-01-01', to: '2025-02-01' } })
  };
  const root = b.readDefinition(definition, catalogue);
  assert.deepEqual(b.writeDefinition(root, catalogue), definition);
  assert.deepEqual(b.findProblems(root, catalogue, limits), []);
});

test('texts, codes, shares, hours, ranks, orders and segments come back as they were', () => {
  const where = [{ field: 'order.paymentMethod', operator: 'isNoneOf', value: ['Payments.Cash', 'Payments.Card'] }];
  const rules = group('any',
    { field: 'customer.city', operator: 'contains', value: 'burg ' },
    { field: 'customer.city', operator: 'isAnyOf', value: ['Berlin', 'München'] },
    { field: 'customer.city', operator: 'isEmpty' },
    { field: 'customer.newsletter', operator: 'is', value: false, where: [{ field: 'newsletter.type', operator: 'isAnyOf', value: [2] }] },
    { activity: 'orders', measure: 'discountedShare', operator: 'between', value: [12.5, 50] },
    { activity: 'orders', measure: 'count', operator: 'inTop', value: 2.5, within: { last: 90, unit: 'day' }, where },
    { activity: 'cart', measure: 'hoursSinceChange', operator: 'atLeast', value: 1.5 },
    { activity: 'rewardPoints', measure: 'balance', operator: 'atLeast', value: 100 },
    { first: 'order', where },
    { latest: 'order', within: { last: 30, unit: 'day' }, where },
    { every: 'order' },
    { segment: 3, operator: 'isNot' },
    { segment: 'VIP', operator: 'is' });
  const root = read(rules);
  assert.deepEqual(root.rules.map(node => node.kind),
    ['field', 'field', 'field', 'field', 'activity', 'activity', 'activity', 'activity', 'orders', 'orders', 'orders', 'segment', 'segment']);
  assert.deepEqual(write(root), rules);
  assert.deepEqual(b.findProblems(root, catalogue, limits), []);
});

test('a rule that the page does not know is kept', () => {
  const rules = group('any', { field: 'customer.shoeSize', operator: 'is', value: 42 }, { field: 'customer.city', operator: 'soundsLike', value: 'Meier' },
    { ...count(1), where: [{ field: 'order.colour', operator: 'is', value: 'red' }] },
    { ...count(1), where: [{ field: 'order.total', operator: 'isPrime', value: 7 }] },
    { first: 'order', within: { last: 3, unit: 'day' } }, { every: 'return' }, { last: 'order' },
    { activity: 'rewardPoints', measure: 'balance', operator: 'atLeast', value: 1, within: { last: 3, unit: 'day' } },
    { field: 'customer.city', operator: 'is', value: 'Ulm', where: [{ field: 'order.total', operator: 'atLeast', value: 1 }] });
  const root = read(rules);
  assert.deepEqual(new Set(root.rules.map(node => node.kind)), new Set(['unknown']));
  assert.deepEqual(write(root), rules);
  assert.equal(b.readNode({ segment: 3, operator: 'is' }, b.createCatalogue({ fields: [registered] })).kind, 'unknown');
});

test('a new rule has what it can be narrowed down by, and nothing else', () => {
  const keys = kind => Object.keys(b.newRule(kind, catalogue)).filter(key => !['key', 'kind', 'name', 'activity', 'measure', 'quantifier'].includes(key));
  assert.deepEqual(keys({ kind: 'field', name: 'customer.city' }), ['operator', 'value']);
  assert.deepEqual(keys({ kind: 'field', name: 'customer.newsletter' }), ['operator', 'value', 'where']);
  assert.deepEqual(keys({ kind: 'activity', activity: 'orders', measure: 'count' }), ['operator', 'value', 'within', 'where']);
  assert.deepEqual(keys({ kind: 'activity', activity: 'rewardPoints', measure: 'balance' }), ['operator', 'value']);
  assert.deepEqual(keys({ kind: 'orders', quantifier: 'first', name: 'order' }), ['where']);
  assert.deepEqual(keys({ kind: 'orders', quantifier: 'latest', name: 'order' }), ['within', 'where']);
  assert.deepEqual(keys({ kind: 'segment' }), ['operator', 'value']);
});

test('what is wrong with texts, lists, shares, hours and segments is found', () => {
  const text = (operator, value) => ({ field: 'customer.city', operator, value });
  const measured = (activity, measure, operator, value) => ({ activity, measure, operator, value });
  const problem = rule => b.findProblems(read(group('all', rule)), catalogue, limits)[0]?.text ?? null;
  assert.equal(problem(text('is', ' ')), 'Missing.Text');
  assert.equal(problem(text('is', 'x'.repeat(401))), 'Wrong.Long');
  assert.equal(problem(text('isAnyOf', [])), 'Missing.Texts');
  assert.equal(problem(text('isAnyOf', ['a', 'x'.repeat(401)])), 'Wrong.Long');
  assert.equal(problem(text('isAnyOf', Array.from({ length: 1001 }, (_, i) => `${i}`))), 'Wrong.Many');
  assert.equal(problem({ field: 'customer.country', operator: 'isAnyOf', value: Array.from({ length: 1001 }, (_, i) => i) }), 'Wrong.Many');
  assert.equal(problem(measured('orders', 'discountedShare', 'atLeast', null)), 'Missing.Percent');
  assert.equal(problem(measured('orders', 'discountedShare', 'atLeast', 100.5)), 'Wrong.Percent');
  assert.equal(problem(measured('orders', 'discountedShare', 'atLeast', 0)), null);
  assert.equal(problem(measured('orders', 'discountedShare', 'between', [5, 101])), 'Wrong.Percent');
  assert.equal(problem(measured('orders', 'discountedShare', 'atLeast', 33.33333)), 'Wrong.Decimals');
  assert.equal(problem(measured('orders', 'discountedShare', 'atLeast', 33.3333)), null);
  assert.equal(problem(measured('orders', 'count', 'inTop', 0)), 'Wrong.Share');
  assert.equal(problem(measured('orders', 'count', 'inBottom', 101)), 'Wrong.Percent');
  assert.equal(problem(measured('orders', 'count', 'inTop', 100)), null);
  assert.equal(problem(measured('cart', 'hoursSinceChange', 'atLeast', -1)), 'Wrong.Hours');
  assert.equal(problem(measured('cart', 'hoursSinceChange', 'between', [-1, 2])), 'Wrong.Hours');
  assert.equal(problem({ segment: null, operator: 'is' }), 'Missing.Segment');
});

test('a pasted list is taken apart at line ends, tabs, commas and semicolons, each entry once', () => {
  assert.deepEqual(b.splitList(' example.com\r\nexample.org ;example.net,\tEXAMPLE.com\n\n;'), ['example.com', 'example.org', 'example.net']);
  assert.deepEqual(b.splitList('"Meier, Müller & Co."; Huber\n"say ""hello"""\nhalf a " quote'), ['Meier, Müller & Co.', 'Huber', 'say "hello"', 'half a " quote']);
  assert.equal(b.splitList(Array.from({ length: 312 }, (_, i) => `shop${i}.example`).join('\n')).length, 312);
  assert.deepEqual(b.splitList(' ,;\n'), []);
});

test('a list grows by what it does not have yet', () => {
  const list = ['Berlin'];
  assert.deepEqual(b.addTexts(list, ['BERLIN', ' Ulm ', '', 'ulm']), ['Berlin', 'Ulm']);
  assert.equal(b.addTexts(list, ['berlin', ' ']), list);
});

test('pasted names are looked up line by line, and taken apart only where a line means nothing', async () => {
  const known = { 'Cap, blue': 1, 'CAP-2': 2, 'CAP-3': 3 };
  const asked = [];
  const resolve = async texts => {
    asked.push(texts);
    return { items: texts.filter(text => text in known).map(text => ({ id: known[text], text })), unknown: texts.filter(text => !(text in known)) };
  };
  const { items, unknown } = await b.resolvePasted('Cap, blue\nCAP-2; CAP-3\nnowhere, to be found\n', resolve);
  assert.deepEqual(items.map(item => item.id), [1, 2, 3]);
  assert.deepEqual(unknown, ['nowhere', 'to be found']);
  assert.equal(asked.length, 2);
  assert.deepEqual((await b.resolvePasted('lost\nCAP-2', resolve)).unknown, ['lost']);
  assert.equal(asked.length, 3, 'what cannot be taken apart is asked for once');
});

test('the condition that is most likely meant is the first to be taken', () => {
  const items = ['Days since the first order', 'First orders', 'First order', 'Order total'].map(text => ({ text }));
  assert.equal(b.bestMatch(items, 'first order'), 2);
  assert.equal(b.bestMatch(items, 'first'), 1);
  assert.equal(b.bestMatch(items, 'since'), 0);
  assert.equal(b.bestMatch(items, 'only in a hint'), 0);
  assert.equal(b.bestMatch(items, ''), 0);
});

test('what is half filled in survives saving', () => {
  const root = read(group('all', { field: 'customer.country', operator: 'isAnyOf', value: [] }, { ...count(null), within: { last: null, unit: 'day' } }));
  assert.deepEqual(b.findProblems(root, catalogue, limits).map(problem => problem.text), ['Missing.Choice', 'Missing.Number']);
  const again = b.readDefinition(b.writeDefinition(root, catalogue), catalogue);
  assert.deepEqual(write(again), write(root));
  assert.equal(again.rules[1].value, '');
});

test('what is missing is found, also in windows and filters', () => {
  const texts = rules => b.findProblems(read(rules), catalogue, limits).map(problem => problem.text);
  assert.deepEqual(texts(group('all')), ['Missing.Rules']);
  assert.deepEqual(texts(group('all', group('any'))), ['Missing.Rules']);
  assert.deepEqual(texts(group('all', { ...count(1), within: { between: [9, 2], unit: 'day' } })), ['Wrong.Order']);
  assert.deepEqual(texts(group('all', { ...count(1), within: {} })), ['Missing.WindowDate']);
  assert.deepEqual(texts(group('all', { ...count(1), where: [{ field: 'order.total', operator: 'between', value: [5, 1] }] })), ['Wrong.Order']);
  assert.deepEqual(texts(group('all', { field: 'customer.registeredOn', operator: 'before', value: null })), ['Missing.Date']);
});

test('a path leads to its rule or filter', () => {
  const root = read(group('all', count(1), group('any', count(2), { ...count(3), where: [{ field: 'order.total', operator: 'atLeast', value: 1 }] })));
  assert.equal(b.locate(root, 'rules[1].rules[1].where[0].value'), root.rules[1].rules[1].where[0].key);
  assert.equal(b.locate(root, 'rules[0].value'), root.rules[0].key);
  assert.equal(b.locate(root, 'rules[1].rules[7]'), root.rules[1].key);
  assert.equal(b.locate(root, ''), root.key);
  const other = read(group('all', { segment: 3, operator: 'is' }));
  assert.equal(b.locate(other, 'rules[0].segment'), other.rules[0].key);
});

test('steps go past neighbours, into groups and out of them', () => {
  let root = read(group('all', count(1), group('any', count(2)), count(3)));
  const key = root.rules[0].key;
  const go = direction => { root = b.step(root, key, direction, 5); return shape(root); };
  assert.deepEqual(go(1), ['all', ['any', 1, 2], 3]);
  assert.deepEqual(go(1), ['all', ['any', 2, 1], 3]);
  assert.deepEqual(go(1), ['all', ['any', 2], 1, 3]);
  assert.deepEqual(go(1), ['all', ['any', 2], 3, 1]);
  assert.deepEqual(go(1), ['all', ['any', 2], 3, 1]);
  assert.deepEqual(go(-1), ['all', ['any', 2], 1, 3]);
  assert.deepEqual(go(-1), ['all', ['any', 2, 1], 3]);
});

test('a group goes neither into itself nor too deep', () => {
  const root = read(group('all', group('any', group('none', count(1))), count(2)));
  const [outer] = root.rules;
  assert.equal(b.move(root, outer.key, outer.rules[0].key, 0, 5), root);
  const flat = read(group('all', group('any', group('all')), group('any')));
  assert.equal(b.move(flat, flat.rules[1].key, flat.rules[0].rules[0].key, 0, 3), flat);
  assert.notEqual(b.move(flat, flat.rules[1].key, flat.rules[0].rules[0].key, 0, 4), flat);
});

test('moving within a group counts places as they are seen', () => {
  const root = read(group('all', count(1), count(2), count(3)));
  const [first] = root.rules;
  assert.deepEqual(shape(b.move(root, first.key, root.key, 3, 5)), ['all', 2, 3, 1]);
  assert.deepEqual(shape(b.move(root, first.key, root.key, 2, 5)), ['all', 2, 1, 3]);
  assert.equal(b.move(root, first.key, root.key, 1, 5), root);
});

test('a copy has keys of its own, and a removal leaves its neighbour', () => {
  const root = read(group('all', count(1), group('any', { ...count(2), where: [{ field: 'order.total', operator: 'atLeast', value: 1 }] })));
  const copy = b.clone(root.rules[1]);
  assert.notEqual(copy.rules[0].where[0].key, root.rules[1].rules[0].where[0].key);
  assert.deepEqual(b.writeNode(copy, catalogue), b.writeNode(root.rules[1], catalogue));
  assert.equal(b.neighbourOf(root, root.rules[0].key), root.rules[1].key);
  assert.equal(b.neighbourOf(root, root.rules[1].key), root.rules[0].key);
  assert.equal(b.neighbourOf(root, root.rules[1].rules[0].key), root.rules[1].key);
});

test('undo and redo walk the same steps; the letters of a word are one', () => {
  const trees = ['a', 'b', 'bc', 'bcd', 'e'].map(name => ({ name }));
  let history = b.startHistory(trees[0]);
  history = b.record(history, trees[1], 'typing');
  history = b.record(history, trees[2], 'typing');
  history = b.record(history, trees[3], 'typing');
  history = b.record(history, trees[4]);
  history = b.undo(history);
  assert.equal(history.present, trees[3]);
  history = b.undo(history);
  assert.equal(history.present, trees[0]);
  assert.equal(b.undo(history), history);
  history = b.redo(b.redo(history));
  assert.equal(history.present, trees[4]);
  assert.equal(b.redo(history), history);
  assert.equal(b.record(b.undo(history), trees[1]).future.length, 0);
});

test('another operator keeps the value as far as it can', () => {
  assert.deepEqual(b.convertValue(total, '5', 'atLeast', 'between'), ['5', '']);
  assert.equal(b.convertValue(total, ['5', '9'], 'between', 'greaterThan'), '5');
  assert.equal(b.convertValue(registered, '30', 'inLast', 'before'), '');
  assert.equal(b.convertValue(registered, '2024-01-01', 'before', 'isEmpty'), null);
  assert.deepEqual(b.convertValue(city, 'Ulm ', 'is', 'isAnyOf'), ['Ulm']);
  assert.equal(b.convertValue(city, ['Ulm', 'Hof'], 'isAnyOf', 'contains'), 'Ulm');
  assert.equal(b.convertValue(city, [], 'isNoneOf', 'is'), '');
  assert.deepEqual(b.convertValue(share, '5', 'atLeast', 'between'), ['5', '']);
  assert.equal(b.convertValue(total, '5000', 'atLeast', 'inTop'), '10');
  assert.equal(b.convertValue(total, '5', 'inTop', 'inBottom'), '5');
});

test('an older answer never takes the place of a newer one, and is cancelled', async () => {
  const timers = [];
  const calls = [];
  const seen = [];
  const asker = b.createAsker({
    send: (question, signal) => new Promise((resolve, reject) => calls.push({ question, signal, resolve, reject })),
    onChange: state => seen.push(state),
    setTimer: f => timers.push(f) - 1,
    clearTimer: id => { if (id !== null) timers[id] = () => {}; }
  });
  const settle = () => new Promise(resolve => setImmediate(resolve));

  asker.ask('first');
  asker.ask('second');
  timers[0]();
  assert.equal(calls.length, 0, 'a question that was replaced while waiting is not sent');
  timers[1]();
  asker.ask('third');
  assert.equal(calls[0].signal.aborted, true);
  timers[2]();
  calls[1].resolve('third answer');
  await settle();
  calls[0].resolve('second answer');
  await settle();
  assert.deepEqual(seen.filter(state => !state.waiting).map(state => state.answer), ['third answer']);

  asker.ask('fourth');
  timers[3]();
  calls[2].reject(new Error('no'));
  await settle();
  assert.equal(seen.at(-1).error.message, 'no');
  asker.ask('fifth');
  asker.stop();
  timers[4]();
  assert.equal(calls.length, 3);
});

test('sentences are cut at their places', () => {
  assert.deepEqual(b.cut('placed {operator} {value} orders'), ['placed ', 'operator', ' ', 'value', ' orders']);
  assert.equal(b.fill('{count} of {other}', { count: 3 }), '3 of {other}');
});
