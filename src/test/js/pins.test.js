import assert from 'node:assert/strict';
import test from 'node:test';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { message, messages, posted, room } from './support.js';

/** @import {Message} from '../../main/webapp/app/models/wire.js' */

const pinned = (/** @type {number} */ seq) => message(seq, { pinned: true });

/** @param {'pinned' | 'unpinned' | 'deleted'} what @param {number} seq @param {number} target */
const frame = (what, seq, target) => ({ type: `message_${what}`, room: 'r', seq, target, by: 'ann' });

/** An open room of Ann that holds the messages 5 to 8, and knows the pins of 7 and 2. @param {string | null} [next] */
function shown(next = null) {
  const state = new RoomState(room({ head: 8 }), 'ann');
  state.open = true;
  state.timeline.show({ messages: messages(5, 8).map((one) => (one.seq === 7 ? pinned(7) : one)), head: 8, hasBefore: true, hasAfter: false });
  const list = state.timeline.pins;
  list.show({ pins: [pinned(7), pinned(2)], next });
  return { state, list, seqs: () => list.known?.map(({ seq }) => seq), find: (/** @type {number} */ seq) => /** @type {Message} */ (state.timeline.find(seq)) };
}

test('a pinned message shows it and leads the list, also if the frame comes twice', () => {
  const { state, seqs, find } = shown();
  for (let i = 0; i < 2; i += 1) state.number(frame('pinned', 9, 6));
  assert.equal(find(6).pinned, true);
  assert.deepEqual(seqs(), [6, 7, 2]);
  for (let i = 0; i < 2; i += 1) state.number(frame('unpinned', 10, 6));
  assert.equal(find(6).pinned, false);
  assert.deepEqual(seqs(), [7, 2]);
});

test('a message that is pinned again comes to the front', () => {
  const { state, seqs } = shown();
  state.number(frame('pinned', 9, 2));
  assert.deepEqual(seqs(), [2, 7]);
});

test('a pin of a message that the page does not hold must be loaded', () => {
  const { state, list, seqs } = shown();
  let drawn = 0;
  state.watch(() => (drawn += 1));
  state.number(frame('pinned', 9, 3));
  assert.deepEqual([list.stale, seqs(), drawn > 0], [true, [7, 2], true]);
});

test('the list follows edits, and a deletion takes the pin along', () => {
  const { state, list, seqs, find } = shown();
  state.number({ type: 'message_edited', room: 'r', seq: 9, target: 2, message: message(2, { pinned: true, body: 'new' }) });
  assert.equal(list.known?.[1].body, 'new');
  state.number(frame('deleted', 10, 7));
  assert.deepEqual(seqs(), [2]);
  assert.deepEqual([find(7).deleted, find(7).pinned], [true, false]);
  state.number(frame('pinned', 11, 7));
  assert.equal(find(7).pinned, false);
});

test('an edit keeps the pin, and other frames change no list', () => {
  const { state, list, find } = shown();
  state.number({ type: 'message_edited', room: 'r', seq: 9, target: 7, message: message(7, { pinned: true, body: 'new' }) });
  assert.deepEqual([find(7).pinned, find(7).body], [true, 'new']);
  const before = list.known;
  state.number(posted(10));
  state.number(frame('unpinned', 11, 5));
  assert.equal(list.known, before);
});

test('changes that come while a page loads are in the list afterwards', () => {
  const { state, list, seqs } = shown('more');
  list.expectPage();
  state.number(frame('unpinned', 9, 1));
  state.number(frame('pinned', 10, 6));
  list.append({ pins: [pinned(2), pinned(1), pinned(4)], next: null });
  assert.deepEqual([seqs(), list.next], [[6, 7, 2, 4], null]);
  list.expectPage();
  state.number(frame('pinned', 11, 3));
  list.show({ pins: [pinned(6)], next: null });
  assert.equal(list.stale, true);
});

test('after a gap the list must be loaded again', () => {
  const { state, list } = shown('more');
  state.gap({ type: 'gap', room: 'r', from: 9, to: 20 });
  assert.deepEqual([list.known, list.next, list.stale], [null, null, true]);
});

test('a pin is nothing unread', () => {
  const state = new RoomState(room({ head: 0 }), 'ann');
  state.number(posted(1));
  state.number(frame('pinned', 2, 1));
  assert.equal(state.unread, 1);
});
