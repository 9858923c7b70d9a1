import assert from 'node:assert/strict';
import test from 'node:test';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { Reporting } from '../../main/webapp/app/uses/reporting.js';
import { ann, room } from './support.js';

/** @import {Role} from '../../main/webapp/app/models/wire.js' */

/** A user who is staff in one room, and a server with this answer. */
function staff(/** @type {any} */ answer, /** @type {Role} */ role = 'owner') {
  /** @type {any[]} */
  const requests = [];
  const rooms = new Rooms('ann');
  const state = rooms.add(room());
  Object.assign(state.room.membership ?? {}, { role });
  const session = { call: async (/** @type {any[]} */ ...call) => (requests.push(call), answer) };
  const reporting = new Reporting(/** @type {any} */ ({ session, rooms, me: ann }));
  let drawn = 0;
  state.watch(() => (drawn += 1));
  return { reporting, state, requests, drawn: () => drawn };
}

test('the number of open reports comes from the list, and after that from the feed', async () => {
  const { reporting, state, drawn } = staff({ reports: [], next: null, open: 2 });
  assert.equal(reporting.openIn(state), 0);
  await reporting.learn(state);
  assert.equal(reporting.openIn(state), 2);
  reporting.frame({ type: 'notification', kind: 'report', room: 'r', id: '~r', seq: 4, state: 'open', open: 3 });
  assert.equal(reporting.openIn(state), 3);
  reporting.frame({ type: 'notification', kind: 'mention', room: 'r', id: '~r', seq: 5 });
  reporting.frame({ type: 'notification', kind: 'report', room: 'elsewhere', id: '~x', seq: 1, state: 'open', open: 9 });
  assert.equal(reporting.openIn(state), 3);
  assert.equal(drawn(), 2);
});

test('a room shows its own reports, the administrators see all reports', async () => {
  const { reporting, state, requests } = staff({ reports: [], next: null, open: 0 });
  await reporting.inRoom(state).page('resolved');
  await reporting.everywhere().settle(/** @type {any} */ ({ id: '4k' }), 'dismissed');
  assert.deepEqual(requests.map(([method, path]) => `${method} ${path}`), ['GET rooms/~r/reports', 'PATCH admin/reports/4k']);
  assert.deepEqual(requests[1][2], { body: { state: 'dismissed' } });
});

test('a plain member does not request the reports of a room', async () => {
  const { reporting, state, requests } = staff({ reports: [], next: null, open: 2 }, 'member');
  await reporting.learn(state);
  assert.deepEqual(requests, []);
});
