import assert from 'node:assert/strict';
import test from 'node:test';
// Before the document is there: Lit has a document of its own for Node.
import 'lit';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { Undos } from '../../main/webapp/app/models/undos.js';
import { ann, conversation, member, room } from './support.js';

/** @import {Role, Room} from '../../main/webapp/app/models/wire.js' */

// The parts of a browser that the modules ask for when they load.
Object.assign(globalThis, { document: { documentElement: { dataset: {} }, baseURI: 'http://localhost/' }, matchMedia: () => ({ matches: false }) });
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en'], platform: 'Linux' } });
const { commands, possibleIn } = await import('../../main/webapp/app/components/shell/commands.js');
const { MARKS } = await import('../../main/webapp/app/components/composer/marks.js');
const { listKeys } = await import('../../main/webapp/app/components/rooms/list-keys.js');
const { messageKeys } = await import('../../main/webapp/app/components/timeline/message-keys.js');

/** What the palette offers Ann, with a room open. @param {Room | null} open @param {import('../../main/webapp/app/models/wire.js').User} [me] */
function offered(open, me = ann) {
  const rooms = new Rooms(me.username);
  const conversations = new Conversations(me.username);
  const state = open ? (open.peer ? conversations : rooms).add(open) : undefined;
  const chat = { me, rooms, conversations, undos: new Undos(), reading: { waiting: open?.membership?.unread ? [state] : [] } };
  const place = /** @type {any} */ ({ page: null, chat, state, timeline: null });
  return { state, place, ids: () => possibleIn(place).map(({ id }) => id) };
}

/** @param {Role} role @param {Partial<Room>} [more] */
const as = (role, more) => room({ membership: { .../** @type {any} */ (room().membership), role }, ...more });

const HERE = ['jump', 'pins', 'room-settings', 'room-attention', 'direct-attention', 'add-people', 'invite', 'leave-room'];
const here = (/** @type {Room | null} */ open) => offered(open).ids().filter((id) => HERE.includes(id));

test('no two commands have the same id or the same keys', () => {
  const ids = commands.map(({ id }) => id);
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
  for (const list of [commands, Object.values(listKeys), Object.values(messageKeys), MARKS]) {
    const keys = list.flatMap((one) => /** @type {readonly string[]} */ (one.keys ?? []));
    assert.deepEqual(keys.filter((one, i) => keys.indexOf(one) !== i), []);
  }
});

test('every command can be found or has keys', () => {
  assert.deepEqual(commands.filter(({ icon, keys }) => !icon && !keys), []);
});

test('without an open room there is nothing that needs one', () => {
  assert.deepEqual(here(null), []);
  assert.deepEqual(offered(null).ids(), ['activity', 'search', 'new-message', 'notes', 'browse-rooms', 'create-room', 'import-room', 'theme-light', 'theme-dark', 'settings', 'shortcuts', 'sign-out']);
});

test('members leave a room, and staff bring people into it', () => {
  assert.deepEqual(here(as('member')), ['pins', 'room-settings', 'room-attention', 'leave-room']);
  assert.deepEqual(here(as('moderator')), ['pins', 'room-settings', 'room-attention', 'add-people', 'invite', 'leave-room']);
  assert.deepEqual(here(as('owner', { name: 'main' })), ['pins', 'room-settings', 'room-attention', 'add-people']);
});

test('the last owner is not offered to leave', () => {
  const { state, ids } = offered(as('owner'));
  assert.ok(ids().includes('leave-room'));
  state?.meet({ members: [{ ...member('ann', 0, 0), role: 'owner' }, member('bob', 0, 0)], next: null });
  assert.ok(!ids().includes('leave-room'));
});

test('a conversation has fewer commands than a room, and notes have fewer still', () => {
  assert.deepEqual(here(conversation('bob')), ['pins', 'direct-attention']);
  assert.deepEqual(here(conversation('ann')), ['pins']);
  assert.ok(!offered(conversation('ann')).ids().includes('notes'));
});

test('only administrators find the administration', () => {
  assert.ok(!offered(null).ids().includes('admin'));
  assert.ok(offered(null, { ...ann, role: 'admin' }).ids().includes('admin'));
});

test('the next unread is offered while there is one', () => {
  const { state, ids } = offered(room());
  assert.ok(!ids().includes('next-unread'));
  /** @type {any} */ (state).room.membership.unread = 1;
  assert.ok(ids().includes('next-unread'));
});

test('everything is marked as read while there is something unread', () => {
  assert.ok(!offered(room()).ids().includes('mark-all-read'));
  const unread = room({ membership: { .../** @type {any} */ (room().membership), unread: 1 } });
  assert.ok(offered(unread).ids().includes('mark-all-read'));
});

test('the last thing that can be taken back is taken back first, whatever it is', () => {
  const { place, ids } = offered(null);
  const undo = commands.find(({ id }) => id === 'undo');
  assert.ok(!ids().includes('undo'));
  assert.equal(undo?.run(place), false);
  const done = new Set(['deletion', 'reading']);
  for (const one of done) place.chat.undos.add({ possible: () => done.has(one), takeBack: () => done.delete(one) });
  assert.ok(ids().includes('undo'));
  assert.equal(undo?.run(place), true);
  assert.deepEqual([...done], ['deletion']);
  undo?.run(place);
  assert.deepEqual([[...done], undo?.run(place)], [[], false]);
});
