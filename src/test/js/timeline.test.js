import assert from 'node:assert/strict';
import test from 'node:test';
import { KEPT, Timeline } from '../../main/webapp/app/models/timeline.js';
import { message, messages, posted } from './support.js';

const seqs = (/** @type {Timeline} */ timeline) => timeline.messages.map(({ seq }) => seq);

/** @param {Partial<import('../../main/webapp/app/models/wire.js').Page>} [page] */
function shown(page = {}) {
  const timeline = new Timeline();
  timeline.show({ messages: messages(1, 3), head: 3, hasBefore: false, hasAfter: false, ...page });
  return timeline;
}

test('a frame that arrives twice shows its message once', () => {
  const timeline = shown();
  timeline.apply(posted(4));
  timeline.apply(posted(4));
  assert.deepEqual(seqs(timeline), [1, 2, 3, 4]);
});

test('a message is placed by its number, even if a lower number arrives later', () => {
  const timeline = shown();
  timeline.apply({ type: 'message_sent', room: 'r', seq: 6, message: message(6) });
  timeline.apply(posted(4));
  timeline.apply(posted(5));
  assert.deepEqual(seqs(timeline), [1, 2, 3, 4, 5, 6]);
});

test('an edit replaces its message, and its own number shows no row', () => {
  const timeline = shown();
  timeline.apply({ type: 'message_edited', room: 'r', seq: 4, target: 2, message: message(2, { body: 'new' }) });
  assert.deepEqual(seqs(timeline), [1, 2, 3]);
  assert.equal(timeline.find(2)?.body, 'new');
});

test('quotes of an edited message show how it begins now', () => {
  const timeline = shown();
  timeline.apply({ type: 'new_message', room: 'r', seq: 4, message: message(4, { replyTo: { seq: 2, username: 'bob', excerpt: 'old' } }) });
  const edit = (/** @type {string} */ body) => timeline.apply({ type: 'message_edited', room: 'r', seq: 5, target: 2, message: message(2, { body }) });
  edit('new');
  assert.equal(timeline.find(4)?.replyTo?.excerpt, 'new');
  edit('🙂'.repeat(141));
  assert.equal(timeline.find(4)?.replyTo?.excerpt, `${'🙂'.repeat(140)}…`);
});

test('a deletion empties its message, even if it arrives twice', () => {
  const timeline = shown();
  const deletion = { type: 'message_deleted', room: 'r', seq: 4, target: 2, by: 'bob' };
  timeline.apply(deletion);
  timeline.apply(deletion);
  assert.equal(timeline.find(2)?.deleted, true);
  assert.equal(timeline.find(2)?.body, '');
});

test('quotes of a message without text follow its files', () => {
  const timeline = shown();
  const attachments = [{ id: 'f', name: 'plan.txt', type: 'text/plain', size: 1, url: 'api/attachments/f' }];
  timeline.apply({ type: 'new_message', room: 'r', seq: 4, message: message(4, { replyTo: { seq: 2, username: 'bob', excerpt: 'old' } }) });
  timeline.apply({ type: 'message_edited', room: 'r', seq: 5, target: 2, message: { ...message(2), body: '', attachments } });
  assert.deepEqual(timeline.find(4)?.replyTo, { seq: 2, username: 'bob', excerpt: '', files: { count: 1, pictures: 0, name: 'plan.txt' } });
  timeline.apply({ type: 'message_edited', room: 'r', seq: 6, target: 2, message: { ...message(2), body: 'the plan', attachments } });
  assert.deepEqual(timeline.find(4)?.replyTo, { seq: 2, username: 'bob', excerpt: 'the plan', files: undefined });
  timeline.apply({ type: 'message_edited', room: 'r', seq: 7, target: 2, message: { ...message(2), body: '', attachments } });
  timeline.apply({ type: 'message_deleted', room: 'r', seq: 8, target: 2, by: 'bob' });
  assert.deepEqual(timeline.find(4)?.replyTo, { seq: 2, username: 'bob', excerpt: '', files: undefined });
});

test('quotes of a deleted message lose its text', () => {
  const timeline = shown();
  timeline.apply({ type: 'new_message', room: 'r', seq: 4, message: message(4, { replyTo: { seq: 2, username: 'bob', excerpt: 'secret' } }) });
  timeline.apply({ type: 'message_deleted', room: 'r', seq: 5, target: 2, by: 'bob' });
  assert.equal(timeline.find(4)?.replyTo?.excerpt, '');
});

test('frames of unknown kinds change nothing', () => {
  const timeline = shown();
  timeline.apply({ type: 'reaction_added', room: 'r', seq: 4, target: 2, emoji: '👍' });
  timeline.apply({ type: 'something_new', room: 'r', seq: 5 });
  assert.deepEqual(seqs(timeline), [1, 2, 3]);
});

test('a change that arrives before its page is applied to that page', () => {
  const timeline = shown({ messages: messages(11, 13), hasBefore: true });
  timeline.expectPage();
  timeline.apply({ type: 'message_deleted', room: 'r', seq: 14, target: 9, by: 'bob' });
  timeline.prepend({ messages: messages(1, 10), head: 13, hasBefore: false, hasAfter: true });
  assert.equal(timeline.find(9)?.deleted, true);
  assert.equal(timeline.hasBefore, false);
});

test('a message that arrives while the first page loads is not lost', () => {
  const timeline = new Timeline();
  timeline.expectPage();
  timeline.apply(posted(4));
  timeline.show({ messages: messages(1, 3), head: 3, hasBefore: false, hasAfter: false });
  assert.deepEqual(seqs(timeline), [1, 2, 3, 4]);
});

test('while the user is far above, a live message is left to paging', () => {
  const timeline = shown({ hasAfter: true });
  timeline.apply(posted(9));
  assert.deepEqual(seqs(timeline), [1, 2, 3]);
});

test('pages that overlap show each message once', () => {
  const timeline = shown({ messages: messages(5, 8), hasBefore: true, hasAfter: true });
  timeline.prepend({ messages: messages(2, 5), head: 10, hasBefore: true, hasAfter: true });
  timeline.append({ messages: messages(8, 10), head: 10, hasBefore: true, hasAfter: false });
  assert.deepEqual(seqs(timeline), [2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual([timeline.hasBefore, timeline.hasAfter], [true, false]);
});

test('a gap drops messages that may have changed and leaves the rest to paging', () => {
  const timeline = shown({ messages: messages(1, 10) });
  timeline.forget(8);
  assert.deepEqual(seqs(timeline), [9, 10]);
  assert.equal(timeline.hasBefore, true);
});

test('after a gap over all held messages the newest are shown as they arrive', () => {
  const timeline = shown({ messages: messages(1, 10), hasAfter: true });
  timeline.forget(800);
  timeline.apply(posted(801));
  assert.deepEqual(seqs(timeline), [801]);
});

test('the far end is cut if the page holds too many messages, and can be loaded again', () => {
  const start = shown({ messages: messages(1, KEPT + 21) });
  start.trim('start');
  assert.deepEqual([start.first, start.messages.length, start.hasBefore], [22, KEPT, true]);
  const end = shown({ messages: messages(1, KEPT + 21) });
  end.trim('end');
  assert.deepEqual([end.last, end.messages.length, end.hasAfter], [KEPT, KEPT, true]);
});

test('a few messages above the limit stay', () => {
  const timeline = shown({ messages: messages(1, KEPT + 20) });
  timeline.trim('start');
  assert.equal(timeline.messages.length, KEPT + 20);
});

test('a room that is left keeps its newest messages and drops others', () => {
  const newest = shown({ messages: messages(1, 200) });
  newest.rest();
  assert.deepEqual([newest.first, newest.last, newest.hasBefore], [141, 200, true]);
  const elsewhere = shown({ messages: messages(1, 200), hasAfter: true });
  elsewhere.rest();
  assert.equal(elsewhere.loaded, false);
});

test('messages of a deleted account lose its name', () => {
  const timeline = shown({ messages: [message(1, { by: 'bob' }), message(2, { by: 'ann' })] });
  timeline.nameless('bob');
  assert.deepEqual(timeline.messages.map(({ sender }) => [sender.username, sender.displayName]), [[null, ''], ['ann', 'ann']]);
});
