import assert from 'node:assert/strict';
import test from 'node:test';
import { isGroup, namesIn, searchedIn } from '../../main/webapp/app/models/groups.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { rolesFor } from '../../main/webapp/app/models/roles.js';
import { addressIn, lastingAddress } from '../../main/webapp/app/models/route.js';
import { Entering } from '../../main/webapp/app/uses/entering.js';
import { ann, conversation, group, member, room } from './support.js';

test('a group is known by the names of the others, and addressed by its id', () => {
  const three = group(['ann', 'bob', 'cem']);
  assert.deepEqual([isGroup(three), isGroup(room()), isGroup(room({ kind: 'private' })), isGroup(conversation('bob'))], [true, false, false, false]);
  assert.deepEqual([namesIn(three, 'ann'), namesIn(group(['ann']), 'ann')], ['bob, cem', '']);
  assert.deepEqual([addressIn(three), addressIn(three, 7), lastingAddress(three, 7)], ['#/rooms/~g', '#/rooms/~g/7', '#/rooms/~g/7']);
});

test('a group is found by its people, and a room by its name', () => {
  const found = (/** @type {ReturnType<typeof room>} */ one) => searchedIn(new RoomState(one, 'ann'));
  assert.deepEqual([found(group(['ann', 'bob', 'cem'])), found(room({ name: 'tea' })), found(conversation('bob'))], ['bob\nbob\ncem\ncem', 'tea', 'bob\nbob']);
});

test('what a group is called changes with its people, and a name takes their place', () => {
  const rooms = new Rooms('ann');
  const state = rooms.add(group(['ann', 'bob']));
  rooms.present({ username: 'bob', presence: 'away', lastSeenAt: null });
  assert.deepEqual([state.room.people?.[1].presence, state.nameOf('bob'), rooms.groups], ['away', 'bob', [state]]);
  rooms.apply({ type: 'room_updated', room: '~g', update: { id: '~g', name: 'plans', head: 1 } }, 0);
  assert.deepEqual([rooms.groups, rooms.find('plans'), rooms.find('~g')], [[], state, state]);
});

test('nobody in a group gives out roles', () => {
  assert.deepEqual(rolesFor(ann, group(['ann', 'bob']), member('ann', 0, 0)), []);
  assert.equal(rolesFor(ann, room(), member('ann', 0, 0)).length, 3);
});

test('the chosen people get their room from the server', async () => {
  /** @type {unknown[]} */
  const asked = [];
  const session = { call: async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { body }) => (asked.push([method, path, body]), group(['ann', 'bob', 'cem'])) };
  const following = { joined: async (/** @type {any} */ made) => made.id };
  const entering = new Entering(/** @type {any} */ ({ session, following }));
  assert.equal(await entering.gather(['bob', 'cem']), '~g');
  assert.deepEqual(asked, [['POST', 'rooms', { visibility: 'private', members: ['bob', 'cem'] }]]);
});
