import assert from 'node:assert/strict';
import test from 'node:test';
import { attentionTo } from '../../main/webapp/app/models/attention.js';
import { countOf, reaches, wordIn, wordsFor } from '../../main/webapp/app/models/everyone.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { ann, conversation, message, posted, room } from './support.js';

/** @import {Role, Room} from '../../main/webapp/app/models/wire.js' */

/** @param {number} memberCount @param {Role} role @param {Partial<Room>} [more] */
const place = (memberCount, role, more) => room({ memberCount, membership: { .../** @type {any} */ (room().membership), role }, ...more });

test('a text mentions everybody outside of code, and all wins', () => {
  for (const text of ['@all', 'Come, @All!', '**@all**', '- (@all)', '> @ALL.', '@here and @all']) assert.equal(wordIn(text), 'all', text);
  assert.equal(wordIn('who is @here?'), 'here');
  for (const text of ['', 'all', '`@all`', '```\n@here\n```', 'ann@all', '@allison', '@all-hands', '@al']) assert.equal(wordIn(text), null, text);
});

test('the words work in small rooms, for staff in any room, and between two people', () => {
  assert.equal(reaches(ann, place(50, 'member')), true);
  assert.equal(reaches(ann, place(51, 'member')), false);
  assert.equal(reaches(ann, place(51, 'moderator')), true);
  assert.equal(reaches({ ...ann, role: 'admin' }, place(51, 'member')), true);
  assert.equal(reaches(ann, conversation('bob')), true);
  assert.equal(reaches(ann, conversation('ann')), false, 'notes to oneself');
});

test('the user does not count among the people who are notified', () => {
  assert.equal(countOf('all', place(49, 'owner')), 48);
  assert.equal(countOf('here', place(49, 'owner', { onlineCount: 3 })), 2);
  assert.equal(countOf('here', place(49, 'owner', { onlineCount: 0 })), 0);
  assert.equal(countOf('all', conversation('bob')), 1);
  const away = conversation('bob');
  assert.equal(countOf('here', { ...away, peer: { ...ann, presence: 'offline' } }), 0);
  assert.equal(countOf('here', { ...away, peer: { ...ann, presence: 'away' } }), 1);
});

test('a word is offered by its beginning', () => {
  assert.deepEqual(wordsFor(''), ['all', 'here']);
  assert.deepEqual(wordsFor('H'), ['here']);
  assert.deepEqual(wordsFor('allx'), []);
});

test('a message of another user to everybody counts and notifies like a mention', () => {
  const state = new RoomState(place(3, 'member'), 'ann');
  state.number(/** @type {any} */ (posted(1, { mentionsAll: 'all' })));
  state.number(/** @type {any} */ (posted(2, { mentionsAll: 'here' })));
  state.number(/** @type {any} */ (posted(3, { mentionsAll: 'all', by: 'ann' })));
  state.number(/** @type {any} */ (posted(4)));
  assert.equal(state.room.membership?.mentions, 2);
  const quiet = room({ membership: { .../** @type {any} */ (room().membership), notify: 'mentions' } });
  const arrival = { message: message(1, { mentionsAll: 'all' }), room: quiet, me: 'ann', fresh: true, watched: false, speaker: true };
  assert.equal(attentionTo(arrival, { notices: true, sound: false }).notice, true);
});
