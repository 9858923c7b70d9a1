import assert from 'node:assert/strict';
import test from 'node:test';
import { KEPT, Timeline } from '../../main/webapp/app/models/timeline.js';
import { message, messages, posted } from './support.js';

/** @import {Message} from '../../main/webapp/app/models/wire.js' */

const replyTo = (/** @type {number} */ seq) => ({ replyTo: { seq, username: 'bob', excerpt: `m${seq}` } });
const reply = (/** @type {number} */ seq, /** @type {number} */ to) => posted(seq, replyTo(to));
const deletion = (/** @type {number} */ seq, /** @type {number} */ target) => ({ type: 'message_deleted', room: 'r', seq, target, by: 'bob' });
const page = (/** @type {Message[]} */ list, /** @type {number} */ head, hasAfter = false) => ({ messages: list, head, hasBefore: true, hasAfter });
const counts = (/** @type {Timeline} */ timeline, /** @type {number[]} */ ...seqs) => seqs.map((seq) => timeline.repliesTo(/** @type {Message} */ (timeline.find(seq))));

/** @param {Message[]} list @param {number} head @param {boolean} [hasAfter] */
function shown(list, head, hasAfter) {
  const timeline = new Timeline('ann');
  timeline.show(page(list, head, hasAfter));
  return timeline;
}

test('a reply counts once, also if its frame comes twice', () => {
  const timeline = shown(messages(1, 3), 3);
  for (let i = 0; i < 2; i += 1) timeline.apply(reply(4, 2));
  timeline.apply(reply(5, 2));
  timeline.apply(posted(6));
  assert.deepEqual(counts(timeline, 1, 2), [0, 2]);
  for (let i = 0; i < 2; i += 1) timeline.apply(deletion(7, 4));
  timeline.apply(deletion(8, 6));
  assert.deepEqual(counts(timeline, 1, 2), [0, 1]);
});

test('a replayed message whose replies the server has counted already does not count them twice', () => {
  const timeline = shown(messages(1, 3), 3);
  timeline.apply(posted(4, { replyCount: 2 }));
  timeline.apply(posted(5, { ...replyTo(4), deleted: true, body: '' }));
  timeline.apply(reply(6, 4));
  timeline.apply(deletion(7, 5));
  timeline.apply(reply(8, 4));
  assert.deepEqual(counts(timeline, 4), [2]);
});

test('a reply counts wherever the answer to the user comes first', () => {
  const timeline = shown(messages(1, 3), 3);
  timeline.apply({ type: 'message_sent', room: 'r', seq: 5, message: message(5, { by: 'ann', ...replyTo(3) }) });
  timeline.apply(reply(4, 3));
  assert.deepEqual(counts(timeline, 3), [2]);
});

test('far above the end, the numbers are the server\'s and what came after them', () => {
  const timeline = shown([message(1, { replyCount: 2 }), message(2), message(3, replyTo(1))], 200, true);
  assert.deepEqual(counts(timeline, 1, 2), [2, 0]);
  for (let i = 0; i < 2; i += 1) timeline.apply(reply(201, 1));
  assert.deepEqual(counts(timeline, 1, 2), [3, 0]);
  for (let i = 0; i < 2; i += 1) timeline.apply(deletion(202, 201));
  for (let i = 0; i < 2; i += 1) timeline.apply(deletion(203, 3));
  assert.deepEqual(counts(timeline, 1, 2), [1, 0]);
});

test('a page that knows a reply does not count it again when its frame comes', () => {
  const timeline = shown([message(5, { replyCount: 1 })], 100, true);
  timeline.expectPage();
  timeline.apply(reply(101, 3));
  timeline.prepend(page([message(3, { replyCount: 1 }), message(4, { replyCount: 1 })], 102, true));
  timeline.apply(reply(102, 4));
  timeline.apply(deletion(103, 101));
  assert.deepEqual(counts(timeline, 3, 4, 5), [0, 1, 1]);
});

test('a frame that came before an older page is added to it', () => {
  const timeline = shown([message(5)], 100, true);
  timeline.expectPage();
  timeline.apply(reply(101, 3));
  timeline.prepend(page([message(3, { replyCount: 4 })], 100, true));
  assert.deepEqual(counts(timeline, 3), [5]);
});

test('the counts stay when the user goes up and the end is cut, and when they come back', () => {
  const list = messages(1, KEPT + 30).map((one) => (one.seq > KEPT + 10 ? { ...one, ...replyTo(1) } : one));
  const timeline = shown(list, KEPT + 30);
  assert.deepEqual(counts(timeline, 1), [20]);
  timeline.trim('end');
  assert.equal(timeline.hasAfter, true);
  assert.deepEqual(counts(timeline, 1), [20]);
  timeline.apply(deletion(KEPT + 31, KEPT + 20));
  timeline.apply(reply(KEPT + 32, 1));
  timeline.apply(reply(KEPT + 33, 1));
  assert.deepEqual(counts(timeline, 1), [21]);
  const rest = list.slice(KEPT).map((one) => (one.seq === KEPT + 20 ? { ...one, deleted: true } : one));
  timeline.append(page([...rest, message(KEPT + 32, replyTo(1)), message(KEPT + 33, replyTo(1))], KEPT + 33));
  assert.deepEqual(counts(timeline, 1), [21]);
});

test('after a gap, replies of the time before do not count', () => {
  const timeline = shown([message(1, { replyCount: 1 })], 100, true);
  timeline.apply(reply(101, 1));
  timeline.forget(Infinity);
  timeline.show(page([message(1, { replyCount: 0 })], 0, true));
  assert.deepEqual(counts(timeline, 1), [0]);
});

test('a message outside of the timeline has the server\'s number', () => {
  assert.equal(shown(messages(5, 6), 6).repliesTo(message(1, { replyCount: 7 })), 7);
});
