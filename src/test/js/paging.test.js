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
