import assert from 'node:assert/strict';
import test from 'node:test';
import { neighbour, nextUnread } from '../../main/webapp/app/models/followed.js';
import { Numbers } from '../../main/webapp/app/models/numbers.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { MANY, RoomState } from '../../main/webapp/app/models/room-state.js';
import { message, messages, posted, room } from './support.js';

const collator = new Intl.Collator('en');

/** @param {Parameters<typeof room>[0]} [more] */
function joined(more) {
  const rooms = new Rooms('ann');
  rooms.reset([room(more)]);
  return { rooms, state: /** @type {NonNullable<ReturnType<Rooms['find']>>} */ (rooms.find('r')) };
}

test('a feed resumes from the highest number up to which nothing is missing', () => {
  const numbers = new Numbers(4);
  numbers.add(6);
  numbers.add(7);
  assert.equal(numbers.upTo, 4);
  numbers.add(5);
  assert.equal(numbers.upTo, 7);
});

test('nothing is missing up to the number of caught_up', () => {
  const numbers = new Numbers(4);
  numbers.add(9);
  numbers.reach(8);
  assert.equal(numbers.upTo, 9);
});

test('every numbered frame counts for resuming, even of an unknown kind', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  rooms.apply({ type: 'reaction_added', room: 'r', seq: 2, target: 1 }, 0);
  rooms.apply({ type: 'not_yet_invented', room: 'r', seq: 3 }, 0);
  assert.equal(state.numbers.upTo, 3);
});

test('messages of others are unread, the user\'s own and system messages are not', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  rooms.apply(posted(2, { by: 'ann' }), 0);
  rooms.apply(posted(3, { kind: 'system' }), 0);
  rooms.apply(posted(4, { deleted: true, body: '' }), 0);
  assert.equal(state.unread, 1);
});

test('a message that arrives twice is counted once', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  rooms.apply(posted(1), 0);
  assert.equal(state.unread, 1);
});

test('a message that arrives after an answer with a higher number is counted', () => {
  const { rooms, state } = joined();
  rooms.apply({ ...posted(2, { by: 'ann' }), type: 'message_sent' }, 0);
  rooms.apply(posted(1), 0);
  assert.deepEqual([state.unread, state.room.lastMessage?.seq], [1, 2]);
});

test('a message that the list has counted is not counted again while catching up', () => {
  const { rooms, state } = joined();
  const membership = { ...(/** @type {NonNullable<typeof state.room.membership>} */ (state.room.membership)), unread: 2 };
  rooms.reset([room({ head: 2, membership })]);
  rooms.apply(posted(1), 0);
  rooms.apply(posted(2), 0);
  assert.equal(state.unread, 2);
  assert.equal(state.numbers.upTo, 2);
});

test('a list that is older than the feed does not undo reading', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  state.read(1);
  rooms.reset([room({ head: 1, membership: { ...(/** @type {NonNullable<typeof state.room.membership>} */ (room().membership)), unread: 1 } })]);
  assert.equal(state.unread, 0);
});

test('a read mark from another tab moves the mark of this tab', () => {
  const { rooms, state } = joined();
  state.timeline.show({ messages: messages(1, 3), head: 3, hasBefore: false, hasAfter: false });
  for (const seq of [1, 2, 3]) rooms.apply(posted(seq), 0);
  rooms.apply({ type: 'receipt', room: 'r', username: 'ann', deliveredSeq: 3, readSeq: 2 }, 0);
  assert.equal(state.unread, 1);
  rooms.apply({ type: 'receipt', room: 'r', username: 'bob', deliveredSeq: 3, readSeq: 3 }, 0);
  assert.equal(state.unread, 1);
});

test('a mark never moves back', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  rooms.apply(posted(2), 0);
  state.read(2);
  state.read(1);
  assert.deepEqual([state.readSeq, state.unread], [2, 0]);
});

test('a gap after the held messages drops them and continues from its end', () => {
  const { rooms, state } = joined({ head: 100 });
  state.timeline.show({ messages: messages(98, 100), head: 100, hasBefore: true, hasAfter: false });
  rooms.apply({ type: 'gap', room: 'r', from: 101, to: 11_800 }, 0);
  assert.equal(state.numbers.upTo, 11_800);
  assert.equal(state.timeline.messages.length, 0);
});

test('a gap over known numbers means another room, so everything is dropped', () => {
  const { rooms, state } = joined({ head: 50 });
  state.timeline.show({ messages: messages(1, 50), head: 50, hasBefore: false, hasAfter: false });
  rooms.apply({ type: 'gap', room: 'r', from: 1, to: 0 }, 0);
  assert.deepEqual([state.numbers.upTo, state.timeline.messages.length, state.timeline.hasBefore], [0, 0, false]);
  rooms.apply(posted(1), 0);
  assert.deepEqual(state.timeline.messages.map(({ seq }) => seq), [1]);
});

test('a renamed room is the same room under its new name', () => {
  const { rooms, state } = joined();
  rooms.apply({ type: 'room_updated', room: 'r', update: { id: '~r', name: 'new', head: 1 } }, 0);
  rooms.apply({ ...posted(1), room: 'new' }, 0);
  assert.equal(rooms.find('new'), state);
  assert.equal(rooms.find('r'), undefined);
  assert.equal(state.numbers.upTo, 1);
  assert.equal(state.room.membership?.role, 'owner');
});

test('a room that was renamed during an absence has its new name after joining', () => {
  const { rooms, state } = joined();
  rooms.apply({ type: 'room_joined', room: 'new', id: '~r', head: 0, role: 'member', online: [], onlineCount: 0 }, 0);
  rooms.apply({ ...posted(1), room: 'new' }, 0);
  assert.deepEqual([state.room.name, state.numbers.upTo], ['new', 1]);
});

test('rooms are found by id, and by name in any case', () => {
  const { rooms, state } = joined({ name: 'Küche' });
  assert.equal(rooms.find('~r'), rooms.all[0]);
  assert.equal(rooms.find('KÜCHE'), rooms.all[0]);
  assert.equal(state, undefined);
});

test('the list has main first and archived rooms last, and new messages do not change its order', () => {
  const rooms = new Rooms('ann');
  rooms.reset([room({ id: '~1', name: 'zoo', archived: true }), room({ id: '~2', name: 'b' }), room({ id: '~3', name: 'main' }), room({ id: '~4', name: 'A' })]);
  rooms.apply({ ...posted(1), room: 'b' }, 0);
  assert.deepEqual(rooms.listed('', collator).map((state) => state.room.name), ['main', 'A', 'b', 'zoo']);
  assert.deepEqual(rooms.listed('z', collator).map((state) => state.room.name), ['zoo']);
});

test('the search for the next unread room continues at the other end of the list', () => {
  const rooms = new Rooms('ann');
  rooms.reset([room({ id: '~1', name: 'a' }), room({ id: '~2', name: 'b' }), room({ id: '~3', name: 'c' })]);
  rooms.apply({ ...posted(1), room: 'a' }, 0);
  const list = rooms.listed('', collator);
  assert.equal(neighbour(list, '~2', 1, true)?.id, '~1');
  assert.equal(neighbour(list, '~2', -1, false)?.id, '~1');
  assert.equal(neighbour(list, '~1', 1, true), undefined);
});

test('the next unread room is one with a mention, then any other, then the open one', () => {
  const rooms = new Rooms('ann');
  rooms.reset(['a', 'b', 'c', 'd'].map((name) => room({ id: `~${name}`, name })));
  const next = (/** @type {string | undefined} */ from) => nextUnread(rooms.listed('', collator), from)?.room.name;
  const says = (/** @type {string} */ name, /** @type {string[]} */ mentions = []) => rooms.apply({ ...posted((rooms.find(name)?.room.head ?? 0) + 1, { mentions }), room: name }, 0);
  const read = (/** @type {string} */ name) => rooms.find(name)?.read(rooms.find(name)?.room.head ?? 0);
  assert.equal(next('~b'), undefined);
  says('b');
  assert.equal(next('~b'), 'b');
  says('a');
  says('c');
  assert.equal(next('~b'), 'c');
  says('d', ['ann']);
  assert.equal(next('~b'), 'd');
  assert.equal(next(undefined), 'd');
  for (const name of ['d', 'c']) read(name);
  assert.equal(next('~d'), 'a');
  for (const name of ['a', 'b']) read(name);
  assert.equal(next('~d'), undefined);
});

test('the open room that the user keeps unread is not the next one', () => {
  const rooms = new Rooms('ann');
  rooms.reset([room({ id: '~a', name: 'a', head: 3 })]);
  const [state] = rooms.all;
  state.open = true;
  state.markUnread(2);
  assert.equal(nextUnread([state], '~a'), undefined);
  assert.equal(nextUnread([state], undefined), state);
});

test('a typing sign ends when the person stops, sends, or types nothing more', () => {
  const { rooms, state } = joined();
  const types = (/** @type {string} */ username) => rooms.apply({ type: 'user_typing', room: 'r', username }, 0);
  for (const username of ['ann', 'bob', 'cem', 'dora']) types(username);
  assert.deepEqual(state.typing.usernames, ['bob', 'cem', 'dora']);
  rooms.apply({ type: 'user_stopped_typing', room: 'r', username: 'cem' }, 0);
  rooms.apply(posted(1), 0);
  assert.deepEqual(state.typing.usernames, ['dora']);
  state.typing.expire(10_000);
  assert.deepEqual(state.typing.usernames, []);
});

test('only live messages are announced, never missed ones', () => {
  const { rooms, state } = joined();
  rooms.apply({ type: 'room_joined', room: 'r', id: '~r', head: 1, role: 'member', online: ['ann'], onlineCount: 1 }, 0);
  rooms.apply(posted(1), 0);
  rooms.apply({ type: 'caught_up', room: 'r', seq: 1 }, 0);
  rooms.apply(posted(2), 0);
  assert.deepEqual(state.live.map(({ seq }) => seq), [2]);
});

test('an answer that is older than the feed does not restore an old name', () => {
  const state = new RoomState(room({ name: 'old', head: 3 }), 'ann');
  state.number({ type: 'new_message', room: 'old', seq: 4, message: message(4, { kind: 'system' }) });
  state.update({ name: 'new' });
  assert.equal(state.refresh(room({ name: 'old', head: 3 })), false);
  assert.equal(state.room.name, 'new');
  assert.equal(state.refresh(room({ name: 'newer', head: 5 })), true);
  assert.equal(state.room.name, 'newer');
});

test('a deleted message is no longer unread, and a deleted last message loses its text', () => {
  const { rooms, state } = joined();
  state.timeline.show({ messages: [], head: 0, hasBefore: false, hasAfter: false });
  rooms.apply(posted(1), 0);
  rooms.apply(posted(2, { mentions: ['ann'] }), 0);
  rooms.apply({ type: 'message_deleted', room: 'r', seq: 3, target: 2, by: 'bob' }, 0);
  assert.deepEqual([state.unread, state.room.membership?.mentions], [1, 0]);
  assert.deepEqual([state.room.lastMessage?.body, state.room.lastMessage?.deleted], ['', true]);
  rooms.apply({ type: 'message_deleted', room: 'r', seq: 3, target: 2, by: 'bob' }, 0);
  assert.equal(state.unread, 1);
});

test('the page asks the server whether a deleted message that it does not hold was unread', () => {
  const { rooms } = joined({ head: 50, membership: { ...(/** @type {NonNullable<ReturnType<typeof room>['membership']>} */ (room().membership)), readSeq: 20, unread: 9 } });
  assert.equal(rooms.apply({ type: 'message_deleted', room: 'r', seq: 51, target: 30, by: 'bob' }, 0), true);
  assert.equal(rooms.apply({ type: 'message_deleted', room: 'r', seq: 52, target: 10, by: 'bob' }, 0), false);
});

test('above the exact count, the page asks the server how many unread messages a deletion leaves', () => {
  const { rooms, state } = joined();
  Object.assign(state.room.membership ?? {}, { unread: MANY });
  state.timeline.show({ messages: [], head: 0, hasBefore: false, hasAfter: false });
  rooms.apply(posted(1), 0);
  assert.equal(rooms.apply({ type: 'message_deleted', room: 'r', seq: 2, target: 1, by: 'bob' }, 0), true);
  assert.equal(state.unread, MANY);
});

test('changes of the room in the log also reach a page that was away', () => {
  const { rooms, state } = joined({ slowModeSeconds: 60 });
  const told = (/** @type {number} */ seq, /** @type {string} */ action, /** @type {unknown} */ value) =>
    rooms.apply(posted(seq, { kind: 'system', system: { action, target: null, value } }), 0);
  told(1, 'slow_mode', 0);
  told(2, 'topic', 'cake');
  told(3, 'archive', true);
  told(4, 'visibility', 'private');
  told(5, 'password', true);
  told(6, 'constructor', 1);
  const { slowModeSeconds, topic, archived, kind, hasPassword } = state.room;
  assert.deepEqual([slowModeSeconds, topic, archived, kind, hasPassword], [0, 'cake', true, 'private', true]);
});

test('an edit of the last message changes the list, and counts as no message', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1), 0);
  const { unread } = state;
  rooms.apply({ type: 'message_edited', room: 'r', seq: 2, target: 1, message: message(1, { body: 'new' }) }, 0);
  assert.deepEqual([state.room.lastMessage?.body, state.unread, state.room.head], ['new', unread, 2]);
});
