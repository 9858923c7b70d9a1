import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { entriesOf, isNew, isNewcomer, sections, shown, talks } from '../../main/webapp/app/models/side.js';
import { Arranging } from '../../main/webapp/app/uses/arranging.js';
import { conversation, group, message, room } from './support.js';

/** @import {Membership} from '../../main/webapp/app/models/wire.js' */

const collator = new Intl.Collator('en');
const everything = { query: '', onlyUnread: false, current: null };

/** @param {Partial<Membership>} more */
const membership = (more) => ({ .../** @type {Membership} */ (room().membership), ...more });

/** @param {string} name @param {Partial<Membership>} [more] */
const named = (name, more = {}) => room({ id: `~${name}`, name, membership: membership(more) });

/** @param {string} username @param {number} minute of the last message @param {Partial<Membership>} [more] */
const talk = (username, minute, more = {}) =>
  conversation(username, { head: 1, lastMessage: message(1, { createdAt: `2026-11-21T09:${minute}:00.000Z` }), membership: membership(more) });

/** @param {ReturnType<typeof room>[]} joined @param {ReturnType<typeof room>[]} talks */
function chat(joined, talks = []) {
  const rooms = new Rooms('ann');
  rooms.reset(joined);
  const conversations = new Conversations('ann');
  conversations.reset(talks);
  return { rooms, conversations };
}

/** @param {{id: string}[]} states */
const ids = (states) => states.map(({ id }) => id);

test('favourites of both kinds stand above the others and keep their places', () => {
  const { rooms, conversations } = chat(
    [named('cake'), named('tea', { favourite: true }), named('soup')],
    [talk('zoe', 30, { favourite: true }), talk('bob', 10, { favourite: true }), talk('cem', 20)],
  );
  const all = sections(rooms.listed('', collator), talks({ rooms, conversations }, ''), collator);
  assert.deepEqual(ids(all.favourites), ['~tea', '@bob', '@zoe']);
  assert.deepEqual(ids(all.rooms), ['~cake', '~soup']);
  assert.deepEqual(ids(all.conversations), ['@cem']);
  assert.deepEqual(ids(entriesOf({ rooms, conversations }, everything, collator)), ['~tea', '@bob', '@zoe', '~cake', '~soup', '@cem']);
});

test('a room without a name stands among the conversations, under the names of the others, until it has one', () => {
  const made = { createdAt: '2026-11-21T09:15:00.000Z' };
  const { rooms, conversations } = chat([named('tea'), group(['ann', 'bob', 'zoe'], made)], [talk('bob', 10), talk('cem', 20)]);
  const entries = (/** @type {string} */ query) => ids(entriesOf({ rooms, conversations }, { ...everything, query }, collator));
  assert.deepEqual(entries(''), ['~tea', '@cem', '~g', '@bob']);
  assert.deepEqual([entries('ZOE'), entries('ann'), entries('bob')], [['~g'], [], ['~g', '@bob']]);
  rooms.apply({ type: 'room_updated', room: '~g', update: { id: '~g', name: 'plans', head: 1 } }, 0);
  assert.deepEqual(entries(''), ['~g', '~tea', '@cem', '@bob']);
});

test('a list of what is unread keeps the open entry, and a search looks through everything', () => {
  const { rooms } = chat([named('cake', { unread: 2 }), named('soup'), named('tea')]);
  const listed = rooms.listed('', collator);
  const view = { query: '', onlyUnread: true, current: '~tea' };
  assert.deepEqual(ids(shown(listed, view)), ['~cake', '~tea']);
  assert.deepEqual(ids(shown(listed, { ...view, query: 's' })), ['~cake', '~soup', '~tea']);
});

test('a muted room stands out only if somebody mentions the user', () => {
  const of = (/** @type {Partial<Membership>} */ more) => isNew(new RoomState(named('tea', more), 'ann'));
  assert.ok(of({ unread: 3 }));
  assert.ok(!of({ unread: 3, notify: 'none' }));
  assert.ok(of({ unread: 3, mentions: 1, notify: 'none' }));
  assert.ok(!of({}));
});

/** Ann's rooms, and what is asked of the server. @param {ReturnType<typeof room>[]} joined @param {ReturnType<typeof room>[]} [talks] */
function arranged(joined, talks) {
  const { rooms, conversations } = chat(joined, talks);
  /** @type {unknown[]} */
  const asked = [];
  const session = { call: async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { body }) => void asked.push([method, path, body]) };
  const all = [...rooms.all, ...conversations.all];
  return { arranging: new Arranging(/** @type {any} */ ({ session, all })), all, asked };
}

test('a favourite is asked of the server and shown once it has it', async () => {
  const { arranging, all: [tea, bob], asked } = arranged([named('tea')], [talk('bob', 10)]);
  await arranging.favourite(tea, true);
  await arranging.favourite(bob, true);
  assert.deepEqual(asked, [['PUT', 'rooms/~tea/favourite', { favourite: true }], ['PUT', 'direct/bob/favourite', { favourite: true }]]);
  assert.deepEqual([tea, bob].map(({ room: { membership: own } }) => own?.favourite), [true, true]);
});

test('a room that is no longer muted notifies as before, or as its kind usually does', async () => {
  const { arranging, all: [tea, cake, bob] } = arranged([named('tea', { notify: 'all' }), named('cake', { notify: 'none' })], [talk('bob', 10, { notify: 'none' })]);
  await arranging.mute(tea);
  assert.equal(tea.room.membership?.notify, 'none');
  for (const state of [tea, cake, bob]) await arranging.mute(state);
  assert.deepEqual([tea, cake, bob].map(({ room: { membership: own } }) => own?.notify), ['all', 'mentions', 'all']);
});

test('another page of the user tells what they have chosen', () => {
  const { arranging, all: [tea, bob] } = arranged([named('tea')], [talk('bob', 10)]);
  arranging.frame({ type: 'notification', kind: 'membership', room: 'tea', id: '~tea', favourite: true, notify: 'none' });
  arranging.frame({ type: 'notification', kind: 'membership', with: 'bob', id: '~bob', favourite: true, notify: 'all' });
  arranging.frame({ type: 'notification', kind: 'membership', room: 'x', id: '~unknown', favourite: true, notify: 'all' });
  assert.deepEqual([tea.room.membership?.favourite, tea.room.membership?.notify, bob.room.membership?.favourite], [true, 'none', true]);
});

test('a newcomer is in one room at most', () => {
  assert.equal(isNewcomer(new Rooms('ann')), false);
  assert.equal(isNewcomer(chat([]).rooms), true);
  assert.equal(isNewcomer(chat([named('main')]).rooms), true);
  assert.equal(isNewcomer(chat([named('main'), named('tea')]).rooms), false);
});
