import assert from 'node:assert/strict';
import test from 'node:test';
import { rowsOf } from '../../main/webapp/app/models/rows.js';
import { withoutText } from '../../main/webapp/app/models/timeline.js';
import { ann, message } from './support.js';

const view = { me: ann, dividerAfter: /** @type {number | null} */ (null), startsDay: true };
const at = (/** @type {number} */ hour, minute = 0, day = 21) => new Date(2026, 10, day, hour, minute).toISOString();

test('messages of one author within five minutes are grouped under one name', () => {
  const rows = rowsOf([
    message(1, { createdAt: at(9, 0) }),
    message(2, { createdAt: at(9, 4) }),
    message(3, { createdAt: at(9, 9) }),
    message(4, { createdAt: at(9, 10), by: 'cem' }),
  ], [], view);
  assert.deepEqual(rows.map(({ starts }) => starts), [true, false, true, true]);
});

test('people without usernames are told apart by their names', () => {
  const from = (/** @type {string} */ displayName) => ({ sender: { username: null, displayName, avatarUrl: null } });
  const rows = rowsOf([{ ...message(1), ...from('Eve') }, { ...message(2), ...from('Eve') }, { ...message(3), ...from('Fay') }], [], view);
  assert.deepEqual(rows.map(({ starts }) => starts), [true, false, true]);
});

test('a new local day shows its name and begins a new group', () => {
  const rows = rowsOf([message(1, { createdAt: at(23, 59, 20) }), message(2, { createdAt: at(0, 1, 21) })], [], view);
  assert.deepEqual(rows.map(({ day }) => day), ['2026-11-20', '2026-11-21']);
  assert.equal(rows[1].starts, true);
});

test('the divider is once before the first message of another user after the mark', () => {
  const rows = rowsOf([message(1), message(2, { by: 'ann' }), message(3, { kind: 'system' }), message(4), message(5)], [], { ...view, dividerAfter: 1 });
  assert.deepEqual(rows.filter(({ divider }) => divider).map(({ message: { seq } }) => seq), [4]);
});

test('the confirmed message replaces the sent one under the same key', () => {
  const entry = { clientId: 'mine', user: 'ann', room: '~r', body: 'hi', replyTo: null, createdAt: at(9), state: /** @type {const} */ ('sending') };
  const before = rowsOf([message(1)], [entry], view);
  const after = rowsOf([message(1), message(2, { by: 'ann', clientId: 'mine' })], [entry], view);
  assert.deepEqual(before.map(({ key }) => key), ['#1', 'mine']);
  assert.deepEqual(after.map(({ key }) => key), ['#1', 'mine']);
  assert.equal(after[1].entry, undefined);
});

test('a copied client id does not replace another user\'s message', () => {
  const rows = rowsOf([message(1, { by: 'ann', clientId: 'same' }), message(2, { by: 'bob', clientId: 'same' })], [], view);
  assert.equal(new Set(rows.map(({ key }) => key)).size, 2);
});

test('a reply shows its author even directly after another message of the same author', () => {
  const rows = rowsOf([message(1), message(2, { replyTo: { seq: 1, username: 'bob', excerpt: 'm1' } })], [], view);
  assert.equal(rows[1].starts, true);
});

test('a deleted reply stays where it was, so that nothing moves', () => {
  const rows = rowsOf([message(1), withoutText(message(2, { replyTo: { seq: 1, username: 'bob', excerpt: 'm1' } }))], [], view);
  assert.deepEqual([rows[1].starts, rows[1].message.replyTo?.seq], [true, 1]);
});
