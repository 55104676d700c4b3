// The rule builder without a page: what can be done to the tree of rules, its JSON, and the order of answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as b from './Content/editor/rule-builder.js';

const numbers = ['atLeast', 'greaterThan', 'between'];
const category = { name: 'item.category', kind: 'choice', operators: ['isAnyOf', 'isNoneOf'], list: 'categories', subcategories: true };
const total = { name: 'order.total', kind: 'money', operators: numbers };
const registered = { name: 'customer.registeredOn', kind: 'date', operators: ['inLast', 'before', 'between', 'isEmpty'] };
const catalogue = b.createCatalogue({
  fields: [registered, { name: 'customer.country', kind: 'choice', operators: ['isAnyOf'], list: 'countries' }, { name: 'customer.newsletter', kind: 'yesNo', operators: ['is'] }],
  activities: [{ name: 'orders', measures: [{ name: 'count', kind: 'number', operators: numbers }], filters: [category, total] }],
  every: [{ name: 'order', activity: 'orders', filters: [category, total] }]
});

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
  assert.deepEqual(b.findProblems(root, catalogue), []);
});

test('a rule that the page does not know is kept', () => {
  const rules = group('any', { segment: 3, operator: 'is' }, { field: 'customer.shoeSize', operator: 'is', value: 42 },
    { ...count(1), where: [{ field: 'order.colour', operator: 'is', value: 'red' }] });
  assert.deepEqual(write(read(rules)), rules);
});

test('what is half filled in survives saving', () => {
  const root = read(group('all', { field: 'customer.country', operator: 'isAnyOf', value: [] }, { ...count(null), within: { last: null, unit: 'day' } }));
  assert.deepEqual(b.findProblems(root, catalogue).map(problem => problem.text), ['Missing.Choice', 'Missing.Number']);
  const again = b.readDefinition(b.writeDefinition(root, catalogue), catalogue);
  assert.deepEqual(write(again), write(root));
  assert.equal(again.rules[1].value, '');
});

test('what is missing is found, also in windows and filters', () => {
  const texts = rules => b.findProblems(read(rules), catalogue).map(problem => problem.text);
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
