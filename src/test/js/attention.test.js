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

test('a message of somebody else calls, as the reader has asked for', () => {
  assert.deepEqual(attentionTo(arrival(), wishes), called);
  assert.deepEqual(attentionTo(arrival(), { notices: true, sound: false }), { notice: true, sound: false });
  assert.deepEqual(attentionTo(arrival(), { notices: false, sound: true }), { notice: false, sound: true });
  assert.deepEqual(attentionTo(arrival(), { notices: false, sound: false }), left);
});

test('nothing calls for what the reader is looking at', () => {
  assert.deepEqual(attentionTo(arrival({ watched: true }), wishes), left);
});

test('one tab speaks for all', () => {
  assert.deepEqual(attentionTo(arrival({ speaker: false }), wishes), left);
});

test('what is caught up is no news', () => {
  assert.deepEqual(attentionTo(arrival({ fresh: false }), wishes), left);
});

test('one\'s own messages, those of the system and deleted ones do not call', () => {
  for (const more of [{ by: 'ann' }, { kind: /** @type {const} */ ('system') }, { deleted: true, body: '' }]) {
    assert.deepEqual(attentionTo(arrival({ message: message(1, more) }), wishes), left);
  }
});

test('a room of mentions calls for mentions and for replies to the reader alone', () => {
  const quiet = { room: that('mentions') };
  assert.deepEqual(attentionTo(arrival(quiet), wishes), left);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(1, { mentions: ['bob', 'ann'] }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(2, { replyTo: { seq: 1, username: 'ann', excerpt: 'm1' } }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ ...quiet, message: message(2, { replyTo: { seq: 1, username: 'cem', excerpt: 'm1' } }) }), wishes), left);
});

test('a room of nothing calls for nothing', () => {
  assert.deepEqual(attentionTo(arrival({ room: that('none'), message: message(1, { mentions: ['ann'] }) }), wishes), left);
});

test('a conversation calls for everything until it is told otherwise', () => {
  assert.deepEqual(attentionTo(arrival({ room: room({ kind: 'direct', membership: null }) }), wishes), called);
  assert.deepEqual(attentionTo(arrival({ room: { ...that('none'), kind: 'direct' } }), wishes), left);
});

test('the title counts messages, or mentions, or nothing, as each room may call', () => {
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

test('a notification shows how a message begins, without cutting a character in two', () => {
  assert.equal(excerptOf('  short\n'), 'short');
  assert.equal(excerptOf('🙂'.repeat(300)), `${'🙂'.repeat(199)}…`);
});
