import assert from 'node:assert/strict';
import test from 'node:test';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { countdown, Pace, pauseIn } from '../../main/webapp/app/models/slow-mode.js';
import { conversation, message, posted, room } from './support.js';

/** @import {Entry} from '../../main/webapp/app/models/outbox.js' */
/** @import {Role, User} from '../../main/webapp/app/models/wire.js' */

/** @type {User} */
const ann = /** @type {any} */ ({ username: 'ann', role: 'user' });
const NOW = Date.parse('2026-11-21T10:00:00.000Z');

/**
 * @param {Role} [role]
 * @param {number} [slowModeSeconds]
 */
function joined(role = 'member', slowModeSeconds = 10) {
  const rooms = new Rooms('ann');
  const plain = room({ slowModeSeconds });
  plain.membership = { ...(/** @type {NonNullable<typeof plain.membership>} */ (plain.membership)), role };
  rooms.reset([plain]);
  return { rooms, state: /** @type {NonNullable<ReturnType<Rooms['find']>>} */ (rooms.find('r')) };
}

/** @param {Partial<Entry>} [more] @returns {Entry} */
const unsent = (more) => ({ clientId: 'c', user: 'ann', room: '~r', body: 'x', replyTo: null, createdAt: '', state: 'waiting', ...more });

const sent = (/** @type {number} */ seq) => ({ ...posted(seq, { by: 'ann' }), type: 'message_sent' });

test('a server admin does not wait, like an owner', () => {
  const { rooms, state } = joined();
  rooms.apply(sent(1), NOW);
  assert.equal(pauseIn({ ...ann, role: 'admin' }, state, [], NOW + 1).held, false);
});

test('after a message its author waits for the room\'s interval', () => {
  const { rooms, state } = joined();
  assert.deepEqual(pauseIn(ann, state, [], NOW), { held: false, leftMs: 0 });
  rooms.apply(sent(1), NOW);
  assert.deepEqual(pauseIn(ann, state, [], NOW + 1), { held: true, leftMs: 9999 });
  assert.deepEqual(pauseIn(ann, state, [], NOW + 10_000), { held: false, leftMs: 0 });
});

test('messages of others and of the system make nobody wait', () => {
  const { rooms, state } = joined();
  rooms.apply(posted(1, { createdAt: new Date(NOW).toISOString() }), NOW);
  rooms.apply(posted(2, { by: 'ann', kind: 'system', createdAt: new Date(NOW).toISOString() }), NOW);
  assert.equal(pauseIn(ann, state, [], NOW).held, false);
});

test('messages from other devices or before a reload count from their own time, but never from the future', () => {
  const { rooms, state } = joined();
  state.heard([message(1, { by: 'ann', createdAt: new Date(NOW - 4000).toISOString() })], NOW);
  assert.equal(pauseIn(ann, state, [], NOW).leftMs, 6000);
  rooms.apply(posted(2, { by: 'ann', createdAt: new Date(NOW + 3_600_000).toISOString() }), NOW);
  assert.equal(pauseIn(ann, state, [], NOW).leftMs, 10_000);
});

test('staff do not wait, and neither does anyone in private conversations or without slow mode', () => {
  for (const role of /** @type {Role[]} */ (['owner', 'moderator'])) {
    const { rooms, state } = joined(role);
    rooms.apply(sent(1), NOW);
    assert.equal(pauseIn(ann, state, [unsent()], NOW).held, false);
  }
  const { rooms, state } = joined('member', 0);
  rooms.apply(sent(1), NOW);
  assert.equal(pauseIn(ann, state, [unsent()], NOW).held, false);
  const { state: direct } = joined();
  direct.room = conversation('bob', { slowModeSeconds: 10 });
  assert.equal(pauseIn(ann, direct, [unsent()], NOW).held, false);
});

test('a refusal sets the waiting time, unless the room\'s interval has become shorter since', () => {
  const pace = new Pace();
  pace.told(60, NOW);
  assert.equal(pace.until(300), NOW + 60_000);
  assert.equal(pace.until(5), NOW + 5000);
});

test('a message in sending holds back the next one, a failed one does not', () => {
  const { state } = joined();
  assert.deepEqual(pauseIn(ann, state, [unsent({ state: 'sending' })], NOW), { held: true, leftMs: 0 });
  assert.deepEqual(pauseIn(ann, state, [unsent({ notBefore: NOW + 3000 })], NOW), { held: true, leftMs: 3000 });
  assert.equal(pauseIn(ann, state, [unsent({ state: 'failed' })], NOW).held, false);
});

test('a member who becomes staff need not wait any more, at once', () => {
  const { rooms, state } = joined();
  rooms.apply(sent(1), NOW);
  rooms.apply(posted(2, { kind: 'system', system: { action: 'role', target: 'ann', value: 'moderator' } }), NOW);
  assert.equal(state.room.membership?.role, 'moderator');
  assert.equal(pauseIn(ann, state, [], NOW).held, false);
});

test('a countdown is formatted like a clock', () => {
  assert.deepEqual([1, 999, 12_000, 60_000, 299_001, 3_600_000, 86_399_000].map(countdown), ['0:01', '0:01', '0:12', '1:00', '5:00', '1:00:00', '23:59:59']);
});
