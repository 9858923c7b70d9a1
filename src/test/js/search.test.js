import assert from 'node:assert/strict';
import test from 'node:test';
import { deletedBy, filtersIn, keyOfHit, nameIn, piecesIn, soughtIn, withFilter } from '../../main/webapp/app/models/search.js';
import { Searching } from '../../main/webapp/app/uses/searching.js';
import { ann, message, room } from './support.js';

/** @param {number} seq @returns {import('../../main/webapp/app/models/wire.js').Hit} */
const hit = (seq) => ({ message: message(seq, { room: 'tea' }), highlight: `m${seq}`, ranges: [] });

/** A search, and a server that answers when the test says so. */
function ready() {
  /** @type {{query: any, answer: (page: unknown) => void, refuse: (error: unknown) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { query }) => {
      assert.equal(`${method} ${path}`, 'GET search');
      return new Promise((resolve, reject) => requests.push({ query, answer: resolve, refuse: reject }));
    },
  };
  /** @type {string[]} */
  const names = [];
  const people = { find: async (/** @type {string} */ name) => (names.push(`@${name}`), [{ ...ann, username: name }]) };
  const entering = { browse: async (/** @type {{query: string}} */ { query }) => (names.push(`#${query}`), { rooms: [room({ name: query })] }) };
  const searching = new Searching(/** @type {any} */ ({ session, people, entering }));
  return { searching, requests, names, seqs: () => searching.hits?.map(({ message: { seq } }) => seq) };
}

/** @param {number[]} seqs @param {string | null} [next] */
const page = (seqs, next = null) => ({ hits: seqs.map(hit), next, index: { state: 'ready', progress: 1 } });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('filters are taken out of the text', () => {
  assert.deepEqual(soughtIn('green tea from:@ann IN:#Tea has:links'), { query: { q: 'green tea', from: 'ann', room: 'Tea', has: 'link' }, wrong: null });
  assert.deepEqual(soughtIn('with:bob'), { query: { with: 'bob' }, wrong: null });
  assert.deepEqual(soughtIn('in:@bob'), { query: { with: 'bob' }, wrong: null });
  assert.deepEqual(soughtIn('after:2026-11-30').query, { after: new Date(2026, 10, 30).toISOString() });
  assert.deepEqual(soughtIn('  ').query, {});
});

test('what is in quotes and what only looks like a filter is text', () => {
  assert.deepEqual(soughtIn('"from:ann is" at:home https://a.example from:').query, { q: '"from:ann is" at:home https://a.example from:' });
});

test('a filter without a sense is named', () => {
  assert.equal(soughtIn('tea before:tomorrow').wrong, 'before:tomorrow');
  assert.equal(soughtIn('has:cake').wrong, 'has:cake');
});

test('of two filters of the same kind the last one counts', () => {
  assert.deepEqual(soughtIn('in:tea with:bob').query, { with: 'bob' });
  assert.deepEqual(soughtIn('in:@bob in:tea from:ann from:bob').query, { room: 'tea', from: 'bob' });
});

test('the filters of a text are the same as those of the fields', () => {
  assert.deepEqual(filtersIn('green tea FROM:@ann with:bob has:Links before:soon "in:quotes"'), { from: 'ann', in: '@bob', has: 'link', before: 'soon' });
  assert.deepEqual(filtersIn('in:#tea'), { in: 'tea' });
  assert.deepEqual(filtersIn('green tea'), {});
});

test('a field changes only its filter in the text', () => {
  assert.equal(withFilter('green tea', 'from', 'ann'), 'green tea from:ann');
  assert.equal(withFilter('from:ann green "from: x" From:bob', 'from', 'cleo'), 'green "from: x" from:cleo');
  assert.equal(withFilter('tea with:bob in:milk', 'in', '~g'), 'tea in:~g');
  assert.equal(withFilter('tea has:cake', 'has', ''), 'tea');
  assert.equal(withFilter('', 'from', ' an n '), 'from:ann');
  for (const [name, value] of /** @type {const} */ ([['in', '@bob'], ['in', '~g'], ['has', 'image'], ['after', '2026-01-31']])) {
    assert.deepEqual(filtersIn(withFilter('tea', name, value)), { [name]: value });
  }
});

test('only words without filters may be the name of a room or a person', () => {
  assert.equal(nameIn(' "green tea" room* '), 'green tea room');
  assert.equal(nameIn('tea from:ann'), '');
  assert.equal(nameIn('tea has:cake'), '');
  assert.equal(nameIn(' '), '');
});

test('rooms and people come with the messages, and are asked for once', async () => {
  const { searching, requests, names, seqs } = ready();
  searching.find('tea');
  await settled();
  assert.deepEqual(names, ['@tea', '#tea']);
  assert.equal(searching.name, '', 'not shown before the messages');
  requests[0].answer(page([2], 'on'));
  await settled();
  assert.deepEqual([searching.name, searching.finding.users[0].username, searching.finding.rooms[0].name, seqs()], ['tea', 'tea', 'tea', [2]]);
  searching.more();
  requests[1].answer(page([1]));
  await settled();
  assert.deepEqual([searching.name, seqs()], ['tea', [2, 1]]);
  searching.find('tea has:link');
  requests[2].answer(page([]));
  await settled();
  assert.equal(searching.name, '');
  assert.equal(names.length, 2);
});

test('rooms and people are found while the messages cannot be searched', async () => {
  const { searching, requests } = ready();
  searching.find('tea');
  requests[0].refuse(new Error('away'));
  await settled();
  assert.ok(searching.failure);
  assert.equal(searching.name, 'tea');
});

test('messages are found while rooms and people cannot be', async () => {
  const { searching, requests, seqs } = ready();
  searching.finding.chat.people.find = async () => { throw new Error('away'); };
  searching.find('tea');
  requests[0].answer(page([2]));
  await settled();
  assert.deepEqual(seqs(), [2]);
  assert.equal(searching.failure, null);
});

test('a text is cut at the places of what was found', () => {
  assert.deepEqual(piecesIn({ highlight: 'green tea', ranges: [[6, 9]] }), [{ text: 'green ', found: false }, { text: 'tea', found: true }]);
  assert.deepEqual(piecesIn({ highlight: 'tea', ranges: [] }), [{ text: 'tea', found: false }]);
});

test('only the answer to the latest search counts', async () => {
  const { searching, requests, seqs } = ready();
  searching.find('green');
  searching.find('green tea');
  requests[1].answer(page([2]));
  await settled();
  requests[0].answer(page([1]));
  await settled();
  assert.deepEqual(seqs(), [2]);
  assert.equal(requests[1].query.q, 'green tea');
});

test('more hits are added, and the list stays after a failure', async () => {
  const { searching, requests, seqs } = ready();
  searching.find('tea');
  requests[0].answer(page([5, 4], 'on'));
  await settled();
  searching.more();
  assert.equal(requests[1].query.cursor, 'on');
  requests[1].refuse(new Error('away'));
  await settled();
  assert.ok(searching.failure);
  assert.deepEqual(seqs(), [5, 4]);
  searching.more();
  requests[2].answer(page([3]));
  await settled();
  assert.deepEqual(seqs(), [5, 4, 3]);
  assert.equal(searching.next, null);
});

test('without anything to look for, nothing is asked', async () => {
  const { searching, requests } = ready();
  await searching.find(' ');
  await searching.find('has:cake');
  assert.equal(requests.length, 0);
  assert.equal(searching.wrong, 'has:cake');
});

test('a message that is deleted is no hit any more', async () => {
  const { searching, requests, seqs } = ready();
  searching.find('tea');
  requests[0].answer(page([5, 4]));
  await settled();
  searching.frame({ type: 'message_deleted', room: 'milk', seq: 9, target: 5 });
  assert.deepEqual(seqs(), [5, 4]);
  searching.frame({ type: 'message_deleted', room: 'tea', seq: 9, target: 5 });
  assert.deepEqual(seqs(), [4]);
  assert.ok(!deletedBy(hit(4), { type: 'message_edited', room: 'tea', target: 4 }));
  assert.equal(keyOfHit(hit(4)), 'tea 4');
});
