import assert from 'node:assert/strict';
import test from 'node:test';
import { attentionTo, excerptOf, waitingIn } from '../../main/webapp/app/models/attention.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { message, posted, room } from './support.js';

const wishes = { notices: true, sound: true };
const called = { notice: true, sound: true };
const left = { notice: false, sound: false };

/** @param {string} notify */
const that = (notify) => room({ membership: { ...(/** @type {NonNullable<ReturnType<typeof room>['membership']>} */ (room().membership)), notify } });

/** @param {Partial<import('../../main/webapp/app/models/attention.js').Arrival>} [more] */
const arrival = (more) => ({ message: message(1), room: that('all'), me: 'ann', fresh: true, watched: false, speaker: true, ...more });

test('a message from another user notifies in the ways that the user has turned on', () => {
  assert.deepEqual(attentionTo(arrival(), wishes), called);
  assert.deepEqual(attentionTo(arrival(), { notices: true, sound: false }), { notice: true, sound: false });
  assert.deepEqual(attentionTo(arrival(), { notices: false, sound: true }), { notice: false, sound: true });
  assert.deepEqual(attentionTo(arrival(), { notices: false, sound: false }), left);
});

test('a message in the room that the user is looking at does not notify', () => {
  assert.deepEqual(attentionTo(arrival({ watched: true }), wishes), left);
});

test('only one tab notifies', () => {
  assert.deepEqual(attentionTo(arrival({ speaker: false }), wishes), left);
});

test('a missed message that arrives later does not notify', () => {
  assert.deepEqual(attentionTo(arrival({ fresh: false }), wishes), left);
});

test('the user\'s own messages, system messages and deleted messages do not notify', () => {
  for (const more of [{ by: 'ann' }, { kind: /** @type {const} */ ('system') }, { deleted: true, body: '' }]) {
    assert.deepEqual(attentionTo(arrival({ message: message(1, more) }), wishes), left);
  }
});

test('a room set to mentions notifies only of mentions of the user and replies to the user', () => {
  const quiet = { room: that('mentions') };
  assert.deepEqual(attentionTo(arrival(quiet), wishes), left);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(1, { mentions: ['bob', 'ann'] }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(2, { replyTo: { seq: 1, username: 'ann', excerpt: 'm1' } }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(2, { replyTo: { seq: 1, username: 'cem', excerpt: 'm1' } }) }), wishes), left);
});

test('a room set to nothing never notifies', () => {
  assert.deepEqual(attentionTo(arrival({ room: that('none'), message: message(1, { mentions: ['ann'] }) }), wishes), left);
});

test('a conversation notifies of every message until the user changes it', () => {
  assert.deepEqual(attentionTo(arrival({ room: room({ kind: 'direct', membership: null }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ room: { ...that('none'), kind: 'direct' } }), wishes), left);
});

test('the title counts messages, mentions or nothing, by the setting of each room', () => {
  const rooms = new Rooms('ann');
  rooms.reset([{ ...that('all'), id: '~1', name: 'a' }, { ...that('mentions'), id: '~2', name: 'b' }, { ...that('none'), id: '~3', name: 'c' }]);
  for (const name of ['a', 'b', 'c']) {
    rooms.apply({ ...posted(1), room: name }, 0);
    rooms.apply({ ...posted(2, { mentions: ['ann'] }), room: name }, 0);
  }
  assert.equal(waitingIn(rooms.all), 3);
  rooms.find('b')?.read(2);
  assert.equal(waitingIn(rooms.all), 2);
});

test('a notification shows the beginning of a message and cuts no character in two', () => {
  assert.equal(excerptOf('  short\n'), 'short');
  assert.equal(excerptOf('🙂'.repeat(300)), `${'🙂'.repeat(199)}…`);
  assert.equal(excerptOf('🙂'.repeat(200)), '🙂'.repeat(200));
  assert.equal(excerptOf(`a${'🙂'.repeat(200)}`), `a${'🙂'.repeat(198)}…`);
});
