import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { Pinning } from '../../main/webapp/app/uses/pinning.js';
import { conversation, message, room } from './support.js';

/** @import {Room} from '../../main/webapp/app/models/wire.js' */

/** Ann in an open room, and a server that answers when the test says so. @param {Room} [of] */
function ready(of = room({ head: 9 })) {
  /** @type {{call: string, query: any, answer: (page?: unknown) => void, refuse: (code: string) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ method, /** @type {string} */ path, { query = {} } = {}) => new Promise((resolve, reject) => {
      requests.push({ call: `${method} ${path}`, query, answer: resolve, refuse: (code) => reject(new Problem({ code })) });
    }),
  };
  const line = { phase: 'open' };
  const state = new RoomState(of, 'ann');
  state.open = true;
  const pinning = new Pinning(/** @type {any} */ ({ session, line: () => line, all: [state] }));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { pinning, state, line, requests, settled, seqs: () => state.timeline.pins.known?.map(({ seq }) => seq) };
}

/** @param {number[]} numbers @param {string | null} [next] */
const page = (numbers, next = null) => ({ pins: numbers.map((seq) => message(seq, { pinned: true })), next });

test('pinning and unpinning go to the address of the pin', async () => {
  const { pinning, state, requests } = ready(conversation('bob', { head: 9 }));
  pinning.pin(state, 4, true);
  pinning.pin(state, 4, false);
  assert.deepEqual(requests.map(({ call }) => call), ['PUT direct/bob/pins/4', 'DELETE direct/bob/pins/4']);
});

test('without a connection nothing is asked, and the caller hears so', async () => {
  const { pinning, state, line, requests } = ready();
  line.phase = 'waiting';
  await assert.rejects(pinning.pin(state, 4, true), { code: 'unreachable' });
  assert.deepEqual(requests, []);
});

test('the pins of an open room are loaded once', async () => {
  const { pinning, state, requests, settled, seqs } = ready();
  for (let i = 0; i < 3; i += 1) pinning.look(state);
  requests[0].answer(page([4, 2]));
  await settled();
  pinning.look(state);
  assert.deepEqual(requests.map(({ call }) => call), ['GET rooms/~r/pins']);
  assert.deepEqual(seqs(), [4, 2]);
});

test('a pin that comes meanwhile, of a message that is not held, is asked for', async () => {
  const { pinning, state, requests, settled, seqs } = ready();
  pinning.look(state);
  state.number({ type: 'message_pinned', room: 'r', seq: 10, target: 7, by: 'ann' });
  requests[0].answer(page([4]));
  await settled();
  requests[1].answer(page([7, 4]));
  await settled();
  assert.deepEqual([seqs(), requests.length], [[7, 4], 2]);
});

test('after a failure the page waits for the next connection, unless the user asks', async () => {
  const { pinning, state, requests, settled, seqs } = ready();
  pinning.look(state);
  requests[0].refuse('unreachable');
  await settled();
  pinning.look(state);
  assert.equal(requests.length, 1);
  const asked = pinning.load(state);
  requests[1].refuse('unavailable');
  await assert.rejects(asked, { code: 'unavailable' });
  pinning.opened();
  requests[2].answer(page([4]));
  await settled();
  assert.deepEqual(seqs(), [4]);
});

test('older pins come page by page', async () => {
  const { pinning, state, requests, settled, seqs } = ready();
  pinning.look(state);
  requests[0].answer(page([4, 3], 'c'));
  await settled();
  const more = pinning.more(state);
  assert.equal(requests[1].query.cursor, 'c');
  requests[1].answer(page([2, 1]));
  await more;
  assert.deepEqual([seqs(), state.timeline.pins.next], [[4, 3, 2, 1], null]);
});

test('an older page that arrives after a gap is not used', async () => {
  const { pinning, state, requests, settled } = ready();
  pinning.look(state);
  requests[0].answer(page([4], 'c'));
  await settled();
  const more = pinning.more(state);
  state.gap({ type: 'gap', room: 'r', from: 10, to: 20 });
  requests[1].answer(page([1]));
  await more;
  assert.equal(state.timeline.pins.known, null);
});
