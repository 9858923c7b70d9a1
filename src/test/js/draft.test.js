import assert from 'node:assert/strict';
import test from 'node:test';
import { Draft } from '../../main/webapp/app/models/draft.js';

/** @param {string} body @param {number} revision @param {import('../../main/webapp/app/models/wire.js').Quote | null} [replyTo] */
const stored = (body, revision, replyTo = null) => ({ body, replyTo, revision });
const quote = { seq: 7, username: 'bob', excerpt: 'lunch?' };

/** A draft that was typed here and is on the server under this revision. @param {string} text @param {number} revision */
function saved(text, revision) {
  const draft = new Draft();
  draft.typed(text, null);
  draft.sent = { body: draft.body, replyTo: null };
  draft.saved(stored(draft.body, revision));
  draft.sent = null;
  return draft;
}

test('what another device stores comes into a field without unsaved text', () => {
  const draft = new Draft();
  draft.heard(stored('See you at', 1, quote));
  assert.deepEqual([draft.text, draft.replyTo, draft.unsaved, draft.taken], ['See you at', quote, false, 1]);
  draft.heard(stored('See you at five', 2));
  assert.deepEqual([draft.text, draft.replyTo, draft.base?.revision], ['See you at five', null, 2]);
});

test('unsaved text stays, and the other device\'s text is kept beside it', () => {
  const draft = saved('See you at', 1);
  draft.typed('See you at noon', null);
  draft.heard(stored('See you at five', 2));
  assert.deepEqual([draft.text, draft.other?.body, draft.taken], ['See you at noon', 'See you at five', 0]);
  draft.heard(stored('See you at six', 3));
  assert.equal(draft.other?.body, 'See you at six');
  draft.keepMine();
  assert.deepEqual([draft.text, draft.other, draft.unsaved, draft.base?.revision], ['See you at noon', null, true, 3]);
});

test('the user may take the other device\'s text instead', () => {
  const draft = saved('one', 1);
  draft.typed('two', quote);
  draft.heard(stored('three', 2));
  draft.takeOther();
  assert.deepEqual([draft.text, draft.replyTo, draft.other, draft.unsaved, draft.taken], ['three', null, null, false, 1]);
});

test('the frame about the own text on its way is no other text', () => {
  const draft = saved('one', 1);
  draft.typed('one two', null);
  draft.sent = { body: 'one two', replyTo: null };
  draft.typed('one two three', null);
  draft.heard(stored('one two', 2));
  assert.deepEqual([draft.text, draft.other, draft.base?.revision, draft.unsaved], ['one two three', null, 2, true]);
  draft.saved(stored('one two', 2));
  draft.heard(stored('one two', 2));
  assert.deepEqual([draft.text, draft.other, draft.base?.revision], ['one two three', null, 2]);
});

test('a later text of another device survives the answer to an earlier one of this device', () => {
  const draft = saved('one', 1);
  draft.typed('two', null);
  draft.sent = { body: 'two', replyTo: null };
  draft.heard(stored('three', 3));
  draft.saved(stored('two', 2));
  assert.deepEqual([draft.text, draft.other, draft.base?.revision], ['three', null, 3]);
});

test('late news change nothing', () => {
  const draft = saved('two', 2);
  draft.heard(stored('one', 1));
  assert.equal(draft.text, 'two');
  draft.typed('', null);
  draft.saved(null);
  draft.heard(stored('two', 2));
  assert.deepEqual([draft.text, draft.kept], ['', null]);
});

test('a draft that was sent elsewhere goes, but not what was typed since', () => {
  const draft = saved('one', 1);
  assert.ok(draft.losable);
  draft.heard(null);
  assert.deepEqual([draft.text, draft.kept, draft.taken], ['', null, 1]);
  const typing = saved('one', 1);
  typing.typed('one two', null);
  assert.ok(!typing.losable);
  typing.heard(null);
  assert.deepEqual([typing.text, typing.base, typing.unsaved], ['one two', null, true]);
});

test('a lost answer is no conflict, and a refusal counts whatever its revision is', () => {
  const draft = new Draft();
  draft.typed('one', null);
  draft.refused(stored('one', 1));
  assert.deepEqual([draft.other, draft.unsaved, draft.base?.revision], [null, false, 1]);
  const restored = saved('one', 9);
  restored.typed('two', null);
  restored.refused(stored('zero', 3));
  assert.deepEqual([restored.text, restored.other?.revision], ['two', 3]);
});

test('blanks and the form of letters make no difference, and a reply without text is none', () => {
  const draft = saved('cafe\u0301', 1);
  assert.equal(draft.unsaved, false);
  draft.heard(stored('café', 2));
  draft.typed(' café\n', null);
  assert.equal(draft.unsaved, false);
  const reply = new Draft();
  reply.typed('', quote);
  assert.deepEqual([reply.unsaved, reply.kept], [false, null]);
  reply.typed('yes', quote);
  reply.saved(stored('yes', 1, quote));
  reply.typed('yes', null);
  assert.ok(reply.unsaved, 'the reply was taken off');
});

test('an earlier page\'s text is unsaved until the server has it', () => {
  const offline = new Draft({ text: 'one two', replyTo: null, base: stored('one', 1) });
  assert.ok(offline.unsaved);
  const sentOffline = new Draft({ text: '', replyTo: null, base: stored('one', 1) });
  assert.ok(sentOffline.unsaved, 'the draft is still to be deleted');
  sentOffline.heard(stored('one', 1));
  assert.equal(sentOffline.text, '');
  assert.deepEqual(new Draft(offline.kept).kept, offline.kept);
});
