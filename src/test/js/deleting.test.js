import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { conversation, message, messages, room } from './support.js';

Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
/** @type {Record<string, any>} what the browser stores; the methods are not listed among its keys */
const stored = Object.create({
  getItem: (/** @type {string} */ key) => stored[key] ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => (stored[key] = value),
  removeItem: (/** @type {string} */ key) => delete stored[key],
});
Object.defineProperty(globalThis, 'localStorage', { value: stored, configurable: true });
const { Deleting, UNDO_MS } = await import('../../main/webapp/app/uses/deleting.js');

/** @import {TestContext} from 'node:test' */

/** Ann in a room and in a conversation, and a server that answers when the test says so. @param {TestContext} context */
function ready(context) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  for (const key of Object.keys(stored)) delete stored[key];
  return { ...page(), tick: (/** @type {number} */ ms) => context.mock.timers.tick(ms) };
}

/** One tab of Ann. */
function page() {
  /** @type {{call: string, keepalive: boolean, answer: () => void, refuse: (code: string) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ method, /** @type {string} */ path, { keepalive = false } = {}) => new Promise((resolve, reject) => {
      requests.push({ call: `${method} ${path}`, keepalive, answer: () => resolve(null), refuse: (code) => reject(new Problem({ code })) });
    }),
  };
  const states = [new RoomState(room({ head: 9 }), 'ann'), new RoomState(conversation('bob', { head: 9 }), 'ann')];
  for (const { timeline } of states) timeline.show({ messages: messages(1, 9), head: 9, hasBefore: false, hasAfter: false });
  const deleting = new Deleting(/** @type {any} */ ({ session, rooms: { me: 'ann' }, all: states }));
  /** @type {string[]} */
  const told = [];
  const later = (/** @type {RoomState} */ state, /** @type {number} */ seq) => deleting.later(state, seq, {
    ending: () => told.push(`ending ${seq}`),
    refused: (error) => told.push(`refused ${seq} ${/** @type {Problem} */ (error).code}`),
  });
  const bodies = (/** @type {RoomState} */ state) => deleting.deletions.without(state.id, state.timeline.messages).map(({ body }) => body).join();
  const settled = async () => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  return { deleting, requests, states, state: states[0], told, later, bodies, settled, calls: () => requests.map(({ call }) => call) };
}

test('a deleted message is shown as deleted at once, and the server hears of it after five seconds', async (context) => {
  const { state, later, bodies, calls, requests, told, tick, settled, deleting } = ready(context);
  later(state, 8);
  assert.equal(bodies(state), 'm1,m2,m3,m4,m5,m6,m7,,m9');
  tick(UNDO_MS - 1);
  assert.deepEqual([calls(), told], [[], []]);
  tick(1);
  assert.deepEqual([calls(), told], [['DELETE rooms/~r/messages/8'], ['ending 8']]);
  assert.equal(deleting.deletions.find(state.id, 8)?.held, false);
  requests[0].answer();
  await settled();
  assert.equal(bodies(state), 'm1,m2,m3,m4,m5,m6,m7,,m9');
  assert.deepEqual([deleting.deletions.all, Object.keys(stored)], [[], []]);
});

test('within that time the user may take it back', (context) => {
  const { state, later, bodies, calls, tick, deleting } = ready(context);
  later(state, 7);
  later(state, 8);
  const last = deleting.deletions.find(state.id, 8);
  assert.equal(last && deleting.takeBack(last), true);
  assert.equal(bodies(state), 'm1,m2,m3,m4,m5,m6,,m8,m9');
  tick(UNDO_MS);
  assert.deepEqual(calls(), ['DELETE rooms/~r/messages/7']);
  const first = deleting.deletions.find(state.id, 7);
  assert.equal(first && deleting.takeBack(first), false);
});

test('in another room, everything that waits is sent at once', (context) => {
  const { states, later, calls, deleting } = ready(context);
  later(states[0], 7);
  later(states[1], 8);
  deleting.wentTo(states[1].id);
  assert.deepEqual(calls(), ['DELETE rooms/~r/messages/7']);
  deleting.wentTo(undefined);
  assert.deepEqual(calls(), ['DELETE rooms/~r/messages/7', 'DELETE direct/bob/messages/8']);
});

test('when the page goes, everything that waits is sent within the same turn, by requests that outlive it', (context) => {
  const { state, later, requests, deleting } = ready(context);
  later(state, 7);
  later(state, 8);
  deleting.leaving();
  assert.deepEqual(requests.map(({ keepalive }) => keepalive), [true, true]);
});

test('what the server did not answer is sent again, and the next page sends what this one has left', async (context) => {
  const { state, later, requests, calls, bodies, tick, settled, deleting } = ready(context);
  later(state, 8);
  tick(UNDO_MS);
  requests[0].refuse('unreachable');
  await settled();
  assert.equal(bodies(state), 'm1,m2,m3,m4,m5,m6,m7,,m9');
  deleting.load();
  assert.equal(calls().length, 2);
  deleting.stop();
  const next = page();
  next.deleting.load();
  tick(10_000);
  assert.deepEqual([calls().length, next.calls()], [2, ['DELETE rooms/~r/messages/8']]);
  next.requests[0].answer();
  await settled();
  assert.deepEqual(Object.keys(stored), []);
});

test('another tab leaves the time to take it back', (context) => {
  const { state, later, tick, deleting } = ready(context);
  later(state, 7);
  later(state, 8);
  const other = page();
  other.deleting.load();
  tick(UNDO_MS - 1);
  const last = deleting.deletions.find(state.id, 8);
  if (last) deleting.takeBack(last);
  deleting.stop();
  tick(60_000);
  assert.deepEqual(other.calls(), ['DELETE rooms/~r/messages/7']);
});

test('a refusal for good brings the message back and says why', async (context) => {
  const { state, later, requests, bodies, told, tick, settled } = ready(context);
  later(state, 8);
  tick(UNDO_MS);
  requests[0].refuse('forbidden');
  await settled();
  assert.equal(bodies(state), 'm1,m2,m3,m4,m5,m6,m7,m8,m9');
  assert.deepEqual([told, Object.keys(stored)], [['ending 8', 'refused 8 forbidden'], []]);
});

test('a message that is gone already counts as deleted', async (context) => {
  const { state, later, requests, told, tick, settled, deleting } = ready(context);
  later(state, 8);
  tick(UNDO_MS);
  requests[0].refuse('not_found');
  await settled();
  assert.deepEqual([deleting.deletions.all, told], [[], ['ending 8']]);
});

test('signing out waits for the answers, but not for ever', async (context) => {
  const { state, later, requests, calls, tick, settled, deleting } = ready(context);
  later(state, 8);
  let done = false;
  const finished = deleting.finish().then(() => (done = true));
  await settled();
  assert.deepEqual([calls(), done], [['DELETE rooms/~r/messages/8'], false]);
  requests[0].answer();
  await finished;
  later(state, 7);
  const late = deleting.finish();
  tick(3000);
  await late;
});

test('after the sign-out nothing is sent for the next user', async (context) => {
  const { state, later, requests, calls, tick, settled, deleting } = ready(context);
  later(state, 8);
  tick(UNDO_MS);
  deleting.stop();
  requests[0].refuse('unavailable');
  await settled();
  tick(60_000);
  deleting.load();
  assert.equal(calls().length, 1);
  assert.equal(Object.keys(stored).length, 1);
});

test('a message without pending deletions in its room is left as it is', (context) => {
  const { states, later, deleting } = ready(context);
  later(states[1], 3);
  const list = [message(1)];
  assert.equal(deleting.deletions.without(states[0].id, list), list);
});
