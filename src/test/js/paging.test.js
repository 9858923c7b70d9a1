import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { Paging } from '../../main/webapp/app/uses/paging.js';
import { messages, room } from './support.js';

/** @import {Room} from '../../main/webapp/app/models/wire.js' */

/** Ann in a room of 200 messages, and a server that answers when the test says so. @param {Partial<Room>} [more] */
function ready(more = {}) {
  /** @type {{query: any, answer: (from: number, to: number) => void, refuse: (code: string) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ _method, /** @type {string} */ _path, { query = {} } = {}) => new Promise((resolve, reject) => {
      const { limit: _, ...where } = /** @type {Record<string, unknown>} */ (query);
      const answer = (/** @type {number} */ from, /** @type {number} */ to) => resolve({ messages: messages(from, to), head: 200, hasBefore: from > 1, hasAfter: to < 200 });
      requests.push({ query: where, answer, refuse: (code) => reject(new Problem({ code })) });
    }),
  };
  const state = new RoomState(room({ head: 200, ...more }), 'ann');
  const paging = new Paging(/** @type {any} */ ({ session }));
  const hold = (/** @type {number} */ from, /** @type {number} */ to) => state.timeline.show({ messages: messages(from, to), head: 200, hasBefore: from > 1, hasAfter: to < 200 });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { paging, state, requests, hold, settled, queries: () => requests.map(({ query }) => query) };
}

const timeOf = (/** @type {number} */ seq) => new Date(Date.UTC(2026, 10, 21, 9) + seq * 1000).toISOString();

test('the first message at or after a time is found among those that the page holds', async () => {
  const { paging, state, hold, queries } = ready();
  hold(50, 100);
  assert.equal((await paging.at(state, timeOf(60)))?.seq, 60);
  assert.equal((await paging.at(state, timeOf(60.5)))?.seq, 61);
  assert.deepEqual(queries(), []);
});

test('a time outside what the page holds is asked for', async () => {
  const { paging, state, hold, requests, queries } = ready();
  hold(50, 100);
  for (const [at, from, to] of [[20, 1, 40], [150, 140, 180], [140, 110, 160]]) {
    const found = paging.at(state, timeOf(at));
    await new Promise((resolve) => setImmediate(resolve));
    requests.at(-1)?.answer(from, to);
    assert.equal((await found)?.seq, at);
  }
  assert.deepEqual(queries(), [20, 150, 140].map((at) => ({ at: timeOf(at) })));
});

test('the very beginning and the time after the last message need no request where they are held', async () => {
  const { paging, state, hold, queries } = ready();
  hold(1, 100);
  assert.equal((await paging.at(state, new Date(0).toISOString()))?.seq, 1);
  hold(150, 200);
  assert.equal((await paging.at(state, timeOf(1000)))?.seq, 200);
  assert.deepEqual(queries(), []);
});

test('a refusal is thrown, and what is shown stays', async () => {
  const { paging, state, hold, requests, settled } = ready();
  hold(50, 100);
  const found = paging.at(state, timeOf(1));
  await settled();
  requests[0].refuse('unreachable');
  await assert.rejects(found, { code: 'unreachable' });
  assert.deepEqual([state.failure, state.timeline.first], [null, 50]);
});

test('another place waits for every fetch under way, also for one that the last page has begun', async () => {
  const { paging, state, hold, requests, settled, queries } = ready();
  hold(100, 140);
  // The page fetches on as soon as it has drawn what came.
  let begun = false;
  state.watch(() => {
    if (begun) return;
    begun = true;
    queueMicrotask(() => paging.older(state));
  });
  paging.newer(state);
  const opened = paging.open(state, 7);
  requests[0].answer(141, 180);
  await settled();
  requests[1].answer(60, 99);
  await settled();
  assert.deepEqual(queries(), [{ after: 140 }, { before: 100 }, { around: 7 }]);
  requests[2].answer(1, 30);
  assert.equal(await opened, true);
  assert.equal(state.timeline.find(7)?.seq, 7);
});

test('the first unread message is loaded unless the page holds it', async () => {
  const membership = { .../** @type {NonNullable<Room['membership']>} */ (room().membership), readSeq: 149, unread: 51 };
  const { paging, state, hold, requests, settled, queries } = ready({ membership });
  hold(1, 60);
  const found = paging.firstUnread(state);
  await settled();
  requests[0].answer(120, 180);
  assert.equal((await found)?.seq, 150);
  assert.equal((await paging.firstUnread(state))?.seq, 150);
  assert.deepEqual(queries(), [{ around: 150 }]);
});
