import assert from 'node:assert/strict';
import test from 'node:test';
import { addressOf, conversationWith, isPrivate, pathOf } from '../../main/webapp/app/models/address.js';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Outbox } from '../../main/webapp/app/models/outbox.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { talks } from '../../main/webapp/app/models/side.js';
import { conversation, member, message, messages } from './support.js';

const at = (/** @type {number} */ minute) => new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString();
const said = (/** @type {number} */ seq, /** @type {Parameters<typeof message>[1]} */ more = {}) => ({ type: 'private_message', with: 'bob', seq, message: message(seq, { room: null, with: 'bob', ...more }) });

/** @param {...ReturnType<typeof conversation>} rooms */
function known(...rooms) {
  const conversations = new Conversations('ann');
  conversations.reset(rooms);
  return conversations;
}

/** @param {Parameters<typeof conversation>[1]} [more] */
function withBob(more) {
  const conversations = known(conversation('bob', more));
  return { conversations, state: /** @type {NonNullable<ReturnType<Conversations['find']>>} */ (conversations.find('bob')) };
}

test('a conversation is addressed by the other user\'s name, and a room by its id', () => {
  assert.deepEqual([pathOf('~7f3k'), pathOf(conversationWith('bob')), pathOf('@山田')], ['rooms/~7f3k', 'direct/bob', 'direct/%E5%B1%B1%E7%94%B0']);
  assert.deepEqual([addressOf('~7f3k'), addressOf('@bob')], [{ room: '~7f3k' }, { to: 'bob' }]);
  assert.deepEqual([isPrivate('~7f3k'), isPrivate('@bob')], [false, true]);
});

test('a conversation without messages has the same id as later with messages', () => {
  const { conversations, state } = withBob({ id: /** @type {any} */ (null), head: 0, membership: null });
  assert.equal(state.id, '@bob');
  assert.deepEqual(conversations.begun, []);
  conversations.apply({ type: 'message_sent', to: 'bob', seq: 1, message: message(1, { by: 'ann' }) }, 0);
  conversations.add(conversation('bob', { head: 1 }));
  assert.equal(conversations.find('BOB'), state);
  assert.deepEqual(conversations.begun, [state]);
});

test('a conversation is found by the id that a link has, too', () => {
  const { conversations, state } = withBob();
  assert.equal(conversations.find('~bob'), state);
  assert.equal(conversations.find('~cem'), undefined);
});

test('private messages are counted, numbered and shown like messages of a room', () => {
  const { conversations, state } = withBob();
  state.timeline.show({ messages: [], head: 0, hasBefore: false, hasAfter: false });
  conversations.apply(said(1), 0);
  conversations.apply(said(2, { by: 'ann' }), 0);
  conversations.apply(said(2, { by: 'ann' }), 0);
  assert.deepEqual([state.unread, state.numbers.upTo, state.timeline.messages.length, state.room.lastMessage?.seq], [1, 2, 2, 2]);
});

test('frames name a conversation by the other user, even if the user acts', () => {
  const { conversations, state } = withBob();
  conversations.apply({ type: 'user_typing', with: 'bob', username: 'bob' }, 0);
  assert.deepEqual(state.typing.usernames, ['bob']);
  conversations.apply({ type: 'gap', with: 'bob', from: 1, to: 70 }, 0);
  conversations.apply({ type: 'caught_up', with: 'bob', seq: 120 }, 0);
  assert.equal(state.numbers.upTo, 120);
});

test('the latest conversation is first, and the order is kept while the user points at the list', () => {
  const conversations = known(
    conversation('bob', { head: 1, lastMessage: message(1, { createdAt: at(1) }) }),
    conversation('cem', { head: 1, lastMessage: message(1, { createdAt: at(2) }) }),
    conversation('dora', { head: 0, id: /** @type {any} */ (null) }),
  );
  const order = (/** @type {string[]} */ held = []) => talks({ rooms: new Rooms('ann'), conversations }, '', held).map(({ id }) => id);
  assert.deepEqual(order(), ['@cem', '@bob']);
  conversations.apply(said(2, { createdAt: at(3) }), 0);
  assert.deepEqual(order(['@cem', '@bob']), ['@cem', '@bob']);
  assert.deepEqual(order(), ['@bob', '@cem']);
  assert.deepEqual(talks({ rooms: new Rooms('ann'), conversations }, 'CE').map(({ id }) => id), ['@cem']);
});

test('a list from the server does not remove an open conversation without messages', () => {
  const conversations = known(conversation('bob', { head: 0, id: /** @type {any} */ (null) }));
  conversations.reset([]);
  assert.equal(conversations.find('bob')?.id, '@bob');
});

test('a presence frame changes only the conversation with that user', () => {
  const { conversations, state } = withBob();
  conversations.present({ username: 'bob', presence: 'away', lastSeenAt: at(5) });
  conversations.present({ username: 'cem', presence: 'online', lastSeenAt: null });
  assert.deepEqual([state.room.peer?.presence, state.room.peer?.lastSeenAt], ['away', at(5)]);
});

test('a message is sent, then delivered, then read', () => {
  const { conversations, state } = withBob({ head: 2 });
  assert.equal(state.reached(2), 'sent');
  state.meet({ members: [member('ann', 2, 2), member('bob', 1, 0)], next: null });
  assert.deepEqual([state.reached(1), state.reached(2)], ['delivered', 'sent']);
  conversations.apply({ type: 'receipt', with: 'bob', username: 'bob', deliveredSeq: 2, readSeq: 1 }, 0);
  assert.deepEqual([state.reached(1), state.reached(2)], ['read', 'delivered']);
  conversations.apply({ type: 'receipt', with: 'bob', username: 'bob', deliveredSeq: 1, readSeq: 0 }, 0);
  assert.deepEqual([state.reached(1), state.reached(2)], ['read', 'delivered']);
});

test('a conversation marked unread stays unread until the user leaves it and reads it again', () => {
  const { conversations, state } = withBob();
  state.timeline.show({ messages: [], head: 0, hasBefore: false, hasAfter: false });
  for (const { seq } of messages(1, 3)) conversations.apply(said(seq), 0);
  state.read(3);
  state.open = true;
  state.markUnread(2);
  assert.deepEqual([state.unread, state.unreadAfter, state.dividerAfter, state.keptUnread], [2, 1, 1, true]);
  state.leave();
  assert.deepEqual([state.unread, state.keptUnread], [2, false]);
  state.read(3);
  assert.deepEqual([state.unread, state.unreadAfter], [0, 3]);
});

test('after the user\'s own receipt that moves no mark, the page asks the server what is unread', () => {
  const { conversations, state } = withBob();
  conversations.apply(said(1), 0);
  const receipt = { type: 'receipt', with: 'bob', username: 'ann', deliveredSeq: 1, readSeq: 1 };
  assert.equal(conversations.apply(receipt, 0), false);
  assert.equal(state.unread, 0);
  /** @type {NonNullable<typeof state.room.membership>} */ (state.room.membership).deliveredSeq = 1;
  assert.equal(conversations.apply(receipt, 0), true);
});

test('messages to one person are sent one by one, even before the conversation exists', () => {
  const outbox = new Outbox();
  const entry = (/** @type {string} */ clientId) => ({ clientId, user: 'ann', room: '@bob', body: clientId, replyTo: null, createdAt: at(Number(clientId)), state: /** @type {const} */ ('waiting') });
  outbox.load([entry('2'), entry('1')]);
  assert.deepEqual(outbox.due(0).map(({ clientId }) => clientId), ['1']);
  outbox.sending('1');
  assert.deepEqual(outbox.due(0), []);
});

test('a conversation whose other user deleted their account is named by its id, and an open page still finds it', () => {
  const { conversations, state } = withBob();
  const gone = { ...conversation('bob').peer, username: null, displayName: '' };
  conversations.forsaken({ ...conversation('bob'), peer: /** @type {any} */ (gone), archived: true });
  assert.equal(state.id, '@~bob');
  assert.equal(state.path, 'direct/~bob');
  assert.equal(conversations.find('~bob'), state);
  assert.equal(conversations.find('Bob'), state);
  assert.equal(state.room.archived, true);
  conversations.apply({ type: 'message_deleted', with: '~bob', seq: 1, target: 1, by: 'ann' }, 0);
  assert.equal(state.numbers.upTo, 1);
  assert.deepEqual(conversations.all, [state]);
  conversations.forsaken({ ...conversation('cem') });
  assert.deepEqual(conversations.all, [state]);
});

test('a list with a deleted user finds nobody by a missing name', () => {
  const conversations = known({ ...conversation('bob'), peer: /** @type {any} */ ({ ...conversation('bob').peer, username: null, displayName: '' }) });
  assert.equal(conversations.find(null), undefined);
  assert.equal(conversations.find('~bob')?.id, '@~bob');
});
