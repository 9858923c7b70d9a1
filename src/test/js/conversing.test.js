import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { Conversing } from '../../main/webapp/app/uses/conversing.js';
import { conversation } from './support.js';

test('a user who went offline after the list was requested stays offline, whatever the list says', async () => {
  const conversations = new Conversations('ann');
  conversations.add(conversation('bob'));
  /** @type {(page: any) => void} */
  let answer = () => undefined;
  const session = { call: () => new Promise((resolve) => (answer = resolve)) };
  const conversing = new Conversing(/** @type {any} */ ({ conversations, session, rooms: new Rooms('ann') }));
  const presence = () => conversations.find('bob')?.room.peer?.presence;
  const listed = async (/** @type {string} */ stale, between = () => undefined) => {
    const listing = conversing.list();
    between();
    const { peer, ...room } = conversation('bob');
    answer({ conversations: [{ ...room, peer: { ...peer, presence: stale } }], next: null });
    await listing;
  };
  await listed('away', () => void conversing.frame(/** @type {any} */ ({ type: 'presence', username: 'bob', presence: 'offline', lastSeenAt: null })));
  assert.equal(presence(), 'offline');
  await listed('away');
  assert.equal(presence(), 'away');
});
