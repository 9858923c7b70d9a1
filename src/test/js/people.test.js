import assert from 'node:assert/strict';
import test from 'node:test';
import { heedPicture, pictureOf } from '../../main/webapp/app/models/faces.js';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { People } from '../../main/webapp/app/uses/people.js';
import { ann, conversation, group, message } from './support.js';

const conversations = new Conversations('ann');
const rooms = new Rooms('ann');
/** @type {any[]} */
const updated = [];
const session = { user: ann, update: (/** @type {any} */ user) => updated.push(user) };
const people = new People(/** @type {any} */ ({ all: [], conversations, rooms, session, me: ann }));

/** @param {string} username @param {string | null} avatarUrl */
const told = (username, avatarUrl) => people.frame({ type: 'user_updated', user: { ...ann, username, displayName: 'New', avatarUrl } });

test('a changed profile shows wherever the person is', () => {
  conversations.add(conversation('bob'));
  rooms.add(group(['ann', 'bob']));
  told('bob', 'api/users/bob/avatar?v=1');
  const peer = conversations.find('bob')?.room.peer;
  const member = rooms.find('~g')?.room.people?.[1];
  for (const who of [peer, member]) {
    assert.equal(who?.displayName, 'New');
    assert.equal(who?.avatarUrl, 'api/users/bob/avatar?v=1');
  }
  assert.deepEqual(updated, []);
});

test('messages from before the change show the picture, too', () => {
  const { sender } = message(1, { by: 'bob' });
  assert.equal(sender.avatarUrl, null);
  assert.equal(pictureOf(sender), 'api/users/bob/avatar?v=1');
  told('bob', null);
  assert.equal(pictureOf({ username: 'bob', avatarUrl: 'api/users/bob/avatar?v=1' }), null);
});

test('a later message knows better than the news', () => {
  people.frame({ type: 'new_message', message: { sender: { username: 'bob', displayName: 'Bob', avatarUrl: 'api/users/bob/avatar?v=3' } } });
  assert.equal(pictureOf({ username: 'bob' }), 'api/users/bob/avatar?v=3');
});

test('without news everybody has the picture that stands beside their name', () => {
  heedPicture({ username: 'cem', avatarUrl: 'api/users/cem/avatar?v=1' });
  assert.equal(pictureOf({ username: 'cem', avatarUrl: 'api/users/cem/avatar?v=2' }), 'api/users/cem/avatar?v=2');
  assert.equal(pictureOf({ username: null }), null);
});

test('the user’s own profile follows other devices', () => {
  told('ann', 'api/users/ann/avatar?v=1');
  assert.deepEqual(updated.map(({ avatarUrl }) => avatarUrl), ['api/users/ann/avatar?v=1']);
});
