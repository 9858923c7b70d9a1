import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { heedAnswer, May } from '../../main/webapp/app/models/may.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { writingIn } from '../../main/webapp/app/uses/writing.js';
import { ann, conversation, message, room } from './support.js';

/** @import {Room, User} from '../../main/webapp/app/models/wire.js' */

const NOW = Date.parse('2026-11-22T10:00:00.000Z');

/** @type {User} */
const root = { ...ann, username: 'root', role: 'admin' };
const theirs = message(1, { by: 'bob' });
const mine = message(1, { by: 'ann' });
const told = message(1, { kind: 'system', by: 'ann' });
const gone = message(1, { deleted: true, by: 'ann' });

/** @param {object} [membership] @param {Partial<Room>} [more] */
const inRoom = (membership, more) => room({ membership: { .../** @type {any} */ (room().membership), role: 'member', ...membership }, ...more });

/** @param {Room} place @param {User} [me] @param {boolean} [refused] */
const may = (place, me = ann, refused = false) => new May(me, { room: place, refused }, NOW);

const ACTIONS = /** @type {const} */ (['reply', 'edit', 'react', 'withdraw', 'pin', 'unread', 'report', 'link', 'delete']);

/** @param {May} rules @param {import('../../main/webapp/app/models/wire.js').Message} target @returns {string} what the user may do with the message */
const all = (rules, target) => ACTIONS.filter((action) => rules[action](target)).join(' ');

test('members answer, react and report, and change only their own messages', () => {
  assert.equal(all(may(inRoom()), theirs), 'reply react withdraw unread report link');
  assert.equal(all(may(inRoom()), mine), 'reply edit react withdraw link delete');
});

test('staff pin and delete what others wrote, too', () => {
  for (const role of ['moderator', 'owner']) assert.equal(all(may(inRoom({ role })), theirs), 'reply react withdraw pin unread report link delete');
  assert.equal(all(may(inRoom(), root), theirs), 'reply react withdraw pin unread report link delete');
});

test('nobody does anything with what the room says, or with a deleted message', () => {
  for (const target of [told, gone]) assert.equal(all(may(inRoom({ role: 'owner' })), target), '');
});

test('in an archived room nobody writes, and staff still pin and delete', () => {
  assert.equal(all(may(inRoom({ role: 'owner' }, { archived: true })), theirs), 'pin unread report link delete');
  assert.equal(all(may(inRoom({}, { archived: true })), mine), 'link delete');
});

test('the muted read, take their reactions back, and delete their own messages until the mute ends', () => {
  assert.equal(all(may(inRoom({ role: 'moderator', muted: true })), theirs), 'withdraw unread report link');
  assert.equal(all(may(inRoom({ muted: true })), mine), 'withdraw link delete');
  assert.equal(may(inRoom({ muted: true, mutedUntil: '2026-11-22T10:00:01.000Z' })).write, false);
  assert.equal(may(inRoom({ muted: true, mutedUntil: '2026-11-22T09:59:59.000Z' })).write, true);
});

test('who is not a member reads and reports', () => {
  assert.equal(all(may(room({ membership: null }), root), theirs), 'report link');
});

test('in a conversation both people pin, and each deletes only their own messages', () => {
  assert.equal(all(may(conversation('bob')), theirs), 'reply react withdraw pin unread report link');
  assert.equal(all(may(conversation('bob'), root), theirs), 'reply react withdraw pin unread report link');
  assert.equal(all(may(conversation('bob')), mine), 'reply edit react withdraw pin link delete');
});

test('in a conversation with a deleted account nobody writes', () => {
  assert.equal(all(may(conversation('')), mine), 'link delete');
});

test('the blocked write nothing, and may take their reactions back', () => {
  assert.equal(all(may(conversation('bob'), ann, true), theirs), 'withdraw unread report link');
  assert.equal(all(may(conversation('bob'), ann, true), mine), 'withdraw link delete');
});

test('a refusal tells the page that the user is blocked, until the server accepts something', () => {
  const state = new RoomState(conversation('bob'), 'ann');
  let drawn = 0;
  state.watch(() => (drawn += 1));
  heedAnswer(state, 'forbidden');
  heedAnswer(state, 'forbidden');
  assert.deepEqual([state.refused, drawn], [true, 1]);
  heedAnswer(state, 'rate_limited');
  assert.equal(state.refused, true);
  heedAnswer(state);
  assert.deepEqual([state.refused, drawn], [false, 2]);
});

test('in a room a refusal has other reasons', () => {
  const state = new RoomState(room(), 'ann');
  heedAnswer(state, 'forbidden');
  heedAnswer(undefined, 'forbidden');
  assert.equal(state.refused, false);
});

test('what the user does in a conversation is heeded, and fails as before', async () => {
  const state = new RoomState(conversation('bob'), 'ann');
  await assert.rejects(writingIn(state, () => Promise.reject(new Problem({ code: 'forbidden' }))), { code: 'forbidden' });
  assert.equal(state.refused, true);
  assert.equal(await writingIn(state, async () => 'done'), 'done');
  assert.equal(state.refused, false);
});
