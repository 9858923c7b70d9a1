import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { Reading } from '../../main/webapp/app/uses/reading.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { messages, room } from './support.js';

/** A room of four messages, read up to the third. `told` has the frames and REST calls of the page. */
function reader() {
  /** @type {string[]} */
  const told = [];
  /** @type {(frame: object) => void} */
  let answer = () => assert.fail('nobody has asked');
  const line = {
    send: ({ type = '', seq = 0 }) => told.push(`${type} ${seq}`) > 0,
    request: ({ type = '' }) => (told.push(type), new Promise((resolve) => (answer = resolve))),
  };
  /** @type {(path: string) => Promise<any>} */
  let reply = async () => null;
  const session = { call: (/** @type {string} */ method, /** @type {string} */ path) => (told.push(`${method} ${path}`), reply(path)) };
  const reading = new Reading(/** @type {any} */ ({ line: () => line, session }));
  const { membership } = room();
  const state = new RoomState(room({ head: 4, membership: { .../** @type {NonNullable<typeof membership>} */ (membership), readSeq: 3, deliveredSeq: 4 } }), 'ann');
  state.open = true;
  state.timeline.show({ messages: messages(1, 4), head: 4, hasBefore: false, hasAfter: false });
  return { reading, state, told, pong: () => answer({ type: 'pong' }), replies: (/** @type {typeof reply} */ next) => (reply = next) };
}

test('marking unread waits for the read marks that were sent before it', async () => {
  const { reading, state, told, pong } = reader();
  reading.read(state, 4);
  const marked = reading.unread(state, 3);
  reading.read(state, 4);
  assert.deepEqual(told, ['mark_read 4', 'ping']);
  pong();
  await marked;
  assert.deepEqual(told, ['mark_read 4', 'ping', 'PUT rooms/~r/unread']);
  assert.deepEqual([state.unread, state.unreadAfter], [2, 2]);
});

test('after marking unread has failed, reading goes on as before', async () => {
  const { reading, state, pong, replies } = reader();
  replies(() => Promise.reject(new Error('refused')));
  const marked = reading.unread(state, 3);
  pong();
  await assert.rejects(marked);
  reading.read(state, 4);
  assert.equal(state.readSeq, 4);
});

test('an answer that is older than the feed is requested again', async () => {
  const { reading, state, told, replies } = reader();
  state.number({ type: 'message_deleted', room: 'r', seq: 5, messageSeq: 1 });
  const { membership } = state.room;
  const answers = [4, 5].map((head) => ({ ...state.room, head, membership: { ...membership, unread: 2, unreadFrom: 3 } }));
  replies(async () => answers.shift());
  await reading.ask(state);
  assert.deepEqual(told, ['GET rooms/~r', 'GET rooms/~r']);
  assert.equal(state.unreadAfter, 2);
  reading.flush();
});

test('everything is marked as read, also what was to stay unread, in steps that the server allows', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {string[]} */
  const told = [];
  const line = { send: ({ type = '', room: name = '', seq = 0 }) => told.push(`${type} ${name} ${seq}`) > 0 };
  const { membership } = room();
  const unread = { .../** @type {NonNullable<typeof membership>} */ (membership), unread: 1 };
  const all = Array.from({ length: 102 }, (_, i) => new RoomState(room({ id: `~${i}`, name: `r${i}`, head: 4, membership: i < 101 ? { ...unread } : membership }), 'ann'));
  all[0].keptUnread = true;
  const reading = new Reading(/** @type {any} */ ({ line: () => line, all }));
  assert.equal(reading.waiting.length, 101);
  const done = reading.all();
  assert.deepEqual([told.length, told[0]], [100, 'mark_read ~0 4']);
  await Promise.resolve();
  mock.timers.tick(2000);
  await done;
  assert.deepEqual([told.length, reading.waiting.length], [101, 0]);
  mock.timers.reset();
});

test('what was marked as read is unread again from where it was, and the open room until the user comes back', async () => {
  const { reading, state, told, pong } = reader();
  const { membership } = room();
  const marked = { .../** @type {NonNullable<typeof membership>} */ (membership), readSeq: 4, unreadFrom: 2, unread: 3 };
  const other = new RoomState(room({ id: '~o', name: 'o', head: 4, membership: marked }), 'ann');
  Object.assign(/** @type {object} */ (state.room.membership), { unread: 1 });
  Object.assign(reading.chat, { all: [state, other] });
  const before = await reading.all();
  assert.deepEqual([state.unread, other.unread], [0, 0]);
  const back = reading.back(before);
  for (let i = 0; i < 2; i += 1) {
    pong();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  await back;
  assert.deepEqual(told, ['mark_read 4', 'mark_read 4', 'ping', 'PUT rooms/~r/unread', 'ping', 'PUT rooms/~o/unread']);
  assert.deepEqual([state.unreadAfter, other.unreadAfter], [3, 1]);
  assert.deepEqual([state.keptUnread, other.keptUnread], [true, false]);
});

test('a room that was left meanwhile does not keep the others from being unread again', async () => {
  const { reading, state, told, pong, replies } = reader();
  replies((path) => (path.startsWith('rooms/~r') ? Promise.reject(new Error('left')) : Promise.resolve(null)));
  const other = new RoomState(room({ id: '~o', name: 'o', head: 4 }), 'ann');
  const back = reading.back([{ state, from: 4 }, { state: other, from: 1 }]);
  back.catch(() => undefined);
  for (let i = 0; i < 2; i += 1) {
    pong();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
  await assert.rejects(back, { message: 'left' });
  assert.deepEqual([told.at(-1), other.unreadAfter], ['PUT rooms/~o/unread', 0]);
});
