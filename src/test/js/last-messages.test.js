import assert from 'node:assert/strict';
import test from 'node:test';
import { lastToEdit, lastToReplyTo } from '../../main/webapp/app/components/composer/last-messages.js';
import { Deletions } from '../../main/webapp/app/models/deletions.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { ann, conversation, message, room } from './support.js';

/** @param {import('../../main/webapp/app/models/wire.js').Room} place with four messages: 1 and 3 are Ann's */
function said(place) {
  const state = new RoomState(place, 'ann');
  state.timeline.show({ messages: [1, 2, 3, 4].map((seq) => message(seq, { by: seq % 2 ? 'ann' : 'bob' })), head: 4, hasBefore: false, hasAfter: false });
  const chat = /** @type {any} */ ({ me: ann, deleting: { deletions: new Deletions() } });
  return { state, chat, last: () => [lastToEdit(chat, state, false)?.seq, lastToReplyTo(chat, state)?.seq] };
}

test('the last messages are those of the user and of others', () => {
  assert.deepEqual(said(room()).last(), [3, 4]);
});

test('a message that the user has just deleted is not edited', () => {
  const { state, chat, last } = said(room());
  chat.deleting.deletions.add({ id: state.id, seq: 3, held: true });
  assert.deepEqual(last(), [1, 4]);
});

test('where the user may not write there is none', () => {
  const membership = { .../** @type {any} */ (room().membership), muted: true };
  for (const place of [room({ archived: true }), room({ membership })]) assert.deepEqual(said(place).last(), [undefined, undefined]);
  const { state, last } = said(conversation('bob'));
  assert.deepEqual(last(), [3, 4]);
  state.refused = true;
  assert.deepEqual(last(), [undefined, undefined]);
});

test('in the panel of replies it is a reply', () => {
  const { state, chat } = said(room());
  assert.equal(lastToEdit(chat, state, true), null);
  state.timeline.thread = /** @type {any} */ ({ replies: [message(3, { by: 'ann' }), message(4)] });
  assert.equal(lastToEdit(chat, state, true)?.seq, 3);
});
