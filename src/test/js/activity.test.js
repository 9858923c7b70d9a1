import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { isNews, keyOf, mayChange } from '../../main/webapp/app/models/activity.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { message, posted, room } from './support.js';

/** @import {ActivityItem} from '../../main/webapp/app/models/wire.js' */

Object.defineProperty(globalThis, 'document', { value: { visibilityState: 'hidden', hasFocus: () => false } });
const { Activity } = await import('../../main/webapp/app/uses/activity.js');

/** @param {number} seq @param {Partial<ActivityItem>} [more] @returns {ActivityItem} */
const item = (seq, more = {}) => ({ kind: 'mention', room: 'r', seq, by: 'bob', excerpt: `m${seq}`, createdAt: '2026-11-21T09:00:00.000Z', ...more });

/** Ann's list, and a server that answers when the test says so. */
function ready() {
  /** @type {{query: any, answer: (page: unknown) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { query }) => {
      assert.equal(`${method} ${path}`, 'GET activity');
      return new Promise((resolve) => requests.push({ query, answer: resolve }));
    },
  };
  const rooms = new Rooms('ann');
  rooms.reset([room()]);
  const conversations = { find: () => undefined };
  const activity = new Activity(/** @type {any} */ ({ session, rooms, conversations, changed: () => undefined }));
  return { activity, rooms, requests, seqs: (/** @type {string} */ kind) => activity.of(kind).items?.map(({ seq }) => seq) };
}

test('what another person does that concerns the user is news', () => {
  const mine = (/** @type {number} */ seq) => seq === 4;
  assert.ok(isNews(posted(5, { mentions: ['ann'] }), 'ann', mine));
  assert.ok(isNews(posted(5, { replyTo: { seq: 4, username: 'ann', excerpt: '' } }), 'ann', mine));
  assert.ok(!isNews(posted(5, { replyTo: { seq: 4, username: 'ann', excerpt: '' }, deleted: true }), 'ann', mine));
  assert.ok(isNews({ type: 'reaction_added', target: 4, username: 'bob' }, 'ann', mine));
  assert.ok(!isNews(posted(5), 'ann', mine));
  assert.ok(!isNews(posted(5, { by: 'ann', mentions: ['ann'] }), 'ann', mine));
  assert.ok(!isNews({ type: 'reaction_added', target: 4, username: 'ann' }, 'ann', mine));
  assert.ok(!isNews({ type: 'reaction_added', target: 3, username: 'bob' }, 'ann', mine));
});

test('a deletion, an edit and a notification may change the list', () => {
  for (const type of ['message_deleted', 'message_edited', 'reaction_removed', 'reaction_added']) assert.ok(mayChange({ type }), type);
  assert.ok(mayChange({ type: 'notification', kind: 'reply' }));
  assert.ok(!mayChange({ type: 'notification', kind: 'unread' }));
  assert.ok(!mayChange(posted(5)));
});

test('reactions to one message are different items', () => {
  const keys = [item(1), item(1, { kind: 'reaction', emoji: '👍' }), item(1, { kind: 'reaction', emoji: '🎉' }), item(1, { room: undefined, with: 'r' })].map(keyOf);
  assert.equal(new Set(keys).size, keys.length);
});

test('what the user asked for while the list was loaded again is not lost', async () => {
  const { activity, requests, seqs } = ready();
  const items = Array.from({ length: 40 }, (_, i) => item(40 - i));
  const loading = activity.load('all');
  requests[0].answer({ items: items.slice(0, 20), next: 'c' });
  await loading;
  const again = activity.load('all');
  const more = activity.more('all');
  requests[2].answer({ items: items.slice(20), next: null });
  await more;
  requests[1].answer({ items: [item(41), ...items.slice(0, 19)], next: 'd' });
  await new Promise(setImmediate);
  assert.deepEqual(requests[3].query, { limit: 40, kind: undefined });
  requests[3].answer({ items: [item(41), ...items.slice(0, 39)], next: 'e' });
  await again;
  assert.equal(seqs('all')?.length, 40);
});

test('more is asked for again if the list was loaded meanwhile', async () => {
  const { activity, requests, seqs } = ready();
  const loading = activity.load('all');
  requests[0].answer({ items: [item(3)], next: 'c' });
  await loading;
  const more = activity.more('all');
  const again = activity.load('all');
  requests[2].answer({ items: [item(4)], next: 'd' });
  await again;
  requests[1].answer({ items: [item(2)], next: null });
  await new Promise(setImmediate);
  assert.equal(requests[3].query.cursor, 'd');
  requests[3].answer({ items: [item(3)], next: null });
  await more;
  assert.deepEqual(seqs('all'), [4, 3]);
});

test('each kind is loaded by itself, page by page', async () => {
  const { activity, requests, seqs } = ready();
  const loading = activity.load('all');
  assert.deepEqual(requests[0].query, { limit: 20, kind: undefined });
  requests[0].answer({ items: [item(3), item(2)], next: 'c' });
  await loading;
  const more = activity.more('all');
  assert.deepEqual(requests[1].query, { limit: 20, cursor: 'c', kind: undefined });
  requests[1].answer({ items: [item(1)], next: null });
  await more;
  assert.deepEqual(seqs('all'), [3, 2, 1]);
  await activity.more('all');
  const replies = activity.load('reply');
  assert.equal(requests[2].query.kind, 'reply');
  requests[2].answer({ items: [], next: null });
  await replies;
  assert.deepEqual([seqs('reply'), seqs('all')], [[], [3, 2, 1]]);
});

test('the open list is loaded again once after a burst, and a closed one shows that something is new', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { activity, requests } = ready();
  activity.frame(posted(5, { mentions: ['ann'] }));
  assert.ok(activity.news);
  activity.look('mention');
  assert.ok(!activity.news);
  for (let seq = 6; seq < 9; seq += 1) activity.frame(posted(seq, { mentions: ['ann'] }));
  activity.frame(posted(9));
  mock.timers.tick(1000);
  assert.deepEqual(requests.map(({ query }) => query.kind), ['mention']);
  assert.ok(!activity.news);
  activity.look(null);
  activity.frame({ type: 'message_deleted', room: 'r', target: 5 });
  mock.timers.tick(1000);
  assert.equal(requests.length, 1);
  mock.timers.reset();
});

test('missed messages are not announced as new', () => {
  const { activity, rooms } = ready();
  const state = /** @type {NonNullable<ReturnType<Rooms['find']>>} */ (rooms.find('r'));
  state.catchingUp = true;
  activity.frame(posted(5, { mentions: ['ann'] }));
  assert.ok(!activity.news);
  state.catchingUp = false;
  state.timeline.apply({ type: 'new_message', seq: 1, message: message(1, { by: 'ann' }) });
  activity.frame({ type: 'reaction_added', room: 'r', seq: 6, target: 1, username: 'bob' });
  assert.ok(activity.news || !state.timeline.find(1));
});
