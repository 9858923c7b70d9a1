import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { Reacting } from '../../main/webapp/app/uses/reacting.js';
import { conversation, message, room } from './support.js';

/** @import {Message, Room} from '../../main/webapp/app/models/wire.js' */

/** Ann in a room with one message, and a server that answers when the test says so. @param {Room} [of] */
function ready(of = room({ head: 1 })) {
  /** @type {{call: string, answer: () => void, refuse: (code: string) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ method, /** @type {string} */ path) => new Promise((resolve, reject) => {
      requests.push({ call: `${method} ${path}`, answer: () => resolve(null), refuse: (code) => reject(new Problem({ code })) });
    }),
  };
  const line = { phase: 'open' };
  const state = new RoomState(of, 'ann');
  state.timeline.show({ messages: [message(1)], head: 1, hasBefore: false, hasAfter: false });
  const reacting = new Reacting(/** @type {any} */ ({ session, line: () => line }));
  const shown = () => state.timeline.own.chipsOf(/** @type {Message} */ (state.timeline.find(1))).map(({ emoji, count }) => `${emoji} ${count}`);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { reacting, state, line, requests, shown, settled };
}

test('a reaction shows at once and goes to the server', async () => {
  const { reacting, state, requests, shown, settled } = ready();
  let drawn = 0;
  state.watch(() => (drawn += 1));
  const reacted = reacting.react(state, 1, '❤️', true);
  assert.deepEqual([shown(), drawn], [['❤️ 1'], 1]);
  requests[0].answer();
  await reacted;
  await settled();
  assert.deepEqual(shown(), ['❤️ 1']);
  assert.deepEqual(requests.map(({ call }) => call), ['PUT rooms/~r/messages/1/reactions/%E2%9D%A4%EF%B8%8F']);
});

test('in a conversation it goes to the other person\'s address', () => {
  const { reacting, state, requests } = ready(conversation('bob', { head: 1 }));
  reacting.react(state, 1, '👍', true);
  assert.deepEqual(requests.map(({ call }) => call), ['PUT direct/bob/messages/1/reactions/%F0%9F%91%8D']);
});

test('what the server refuses is as it was, and the caller hears why', async () => {
  const { reacting, state, requests, shown } = ready();
  const reacted = reacting.react(state, 1, '👍', true);
  requests[0].refuse('muted');
  await assert.rejects(reacted, { code: 'muted' });
  assert.deepEqual(shown(), []);
});

test('of quick taps the last one wins, with one request at a time', async () => {
  const { reacting, state, requests, shown, settled } = ready();
  for (const wanted of [true, false, true, false]) reacting.react(state, 1, '👍', wanted);
  assert.equal(requests.length, 1);
  assert.deepEqual(shown(), []);
  requests[0].answer();
  await settled();
  assert.deepEqual(requests.map(({ call }) => call.split(' ')[0]), ['PUT', 'DELETE']);
  requests[1].answer();
  await settled();
  assert.equal(requests.length, 2);
});

test('taps that come back to what was sent need no second request', async () => {
  const { reacting, state, requests, shown, settled } = ready();
  for (const wanted of [true, false, true]) reacting.react(state, 1, '👍', wanted);
  requests[0].answer();
  await settled();
  assert.equal(requests.length, 1);
  assert.deepEqual(shown(), ['👍 1']);
});

test('different emoji and messages do not wait for each other', () => {
  const { reacting, state, requests } = ready();
  reacting.react(state, 1, '👍', true);
  reacting.react(state, 1, '🎉', true);
  reacting.react(state, 2, '👍', true);
  assert.equal(requests.length, 3);
});

test('without a connection nothing changes, and the caller hears so', async () => {
  const { reacting, state, line, requests, shown } = ready();
  line.phase = 'waiting';
  await assert.rejects(reacting.react(state, 1, '👍', true), { code: 'unreachable' });
  assert.deepEqual([shown(), requests], [[], []]);
});
