import assert from 'node:assert/strict';
import test from 'node:test';
import { Filed } from '../../main/webapp/app/models/filed.js';

/** @param {number} seq @param {string} [type] */
const file = (seq, type = 'audio/ogg') => ({ id: `f${seq}`, name: `f${seq}`, type, size: 1, url: '', seq, by: 'bob', createdAt: '' });
const seqs = (/** @type {Filed} */ filed) => filed.files.map(({ seq }) => seq);

test('one kind is one list', () => {
  const filed = new Filed('pictures');
  assert.deepEqual(filed.wanted, [{ kind: 'image', cursor: null }]);
  filed.append('image', { files: [file(9), file(7)], next: 'n' });
  assert.deepEqual([seqs(filed), filed.more, filed.wanted], [[9, 7], true, [{ kind: 'image', cursor: 'n' }]]);
  filed.append('image', { files: [file(7), file(3)], next: null });
  assert.deepEqual([seqs(filed), filed.more], [[9, 7, 3], false]);
});

test('two kinds are shown together as far down as both are known', () => {
  const filed = new Filed('media');
  filed.append('audio', { files: [file(9), file(8)], next: 'a' });
  filed.append('video', { files: [file(7, 'video/mp4'), file(2, 'video/mp4')], next: 'v' });
  assert.deepEqual([seqs(filed), filed.wanted], [[9, 8], [{ kind: 'audio', cursor: 'a' }]]);
  filed.append('audio', { files: [file(4)], next: null });
  assert.deepEqual([seqs(filed), filed.wanted], [[9, 8, 7, 4, 2], [{ kind: 'video', cursor: 'v' }]]);
});

test('new messages add their files of that kind, and deleted ones take theirs away', () => {
  const filed = new Filed('media');
  filed.append('audio', { files: [file(9)], next: null });
  const message = /** @type {any} */ ({ seq: 10, sender: { username: 'ann' }, createdAt: 'now', attachments: [file(10), { ...file(11), id: 'x' }, file(12, 'text/plain')] });
  assert.equal(filed.apply({ type: 'new_message', message }), true);
  assert.equal(filed.apply({ type: 'message_sent', message }), false, 'it is there already');
  assert.deepEqual(filed.files.map(({ id, seq, by }) => `${id} ${seq} ${by}`), ['x 10 ann', 'f10 10 ann', 'f9 9 bob']);
  assert.equal(filed.apply({ type: 'message_edited', message: { ...message, seq: 4 } }), false);
  assert.equal(filed.apply({ type: 'message_deleted', target: 10 }), true);
  assert.equal(filed.apply({ type: 'message_deleted', target: 1 }), false);
  assert.deepEqual(seqs(filed), [9]);
});

test('files that frames bring before the first page do not stand for it', () => {
  const filed = new Filed('all');
  const message = (/** @type {number} */ seq) => /** @type {any} */ ({ seq, sender: { username: 'bob' }, createdAt: '', attachments: [file(seq)] });
  for (const seq of [1, 5]) filed.apply({ type: 'new_message', message: message(seq) });
  assert.deepEqual(filed.wanted, [{ kind: null, cursor: null }], 'also if the first request has failed');
  filed.append(null, { files: [file(5), file(4)], next: 'n' });
  assert.deepEqual([seqs(filed), filed.wanted], [[5, 4], [{ kind: null, cursor: 'n' }]]);
  filed.append(null, { files: [file(3), file(1)], next: null });
  assert.deepEqual([seqs(filed), filed.more, filed.wanted], [[5, 4, 3, 1], false, []]);
});
