import assert from 'node:assert/strict';
import test from 'node:test';
import { Uploads } from '../../main/webapp/app/models/uploads.js';

/** @import {Upload} from '../../main/webapp/app/models/uploads.js' */

/** @param {string} key @param {Partial<Upload>} [more] @returns {Upload} */
const upload = (key, more) => ({ key, owner: 'ann', place: '~r', name: key, type: '', size: 10, createdAt: key, blob: new Blob(['x']), attachment: null, state: 'waiting', ...more });
const attachment = (/** @type {string} */ id) => ({ id, name: id, type: 'text/plain', size: 10, url: id });

/** @param {Upload[]} all */
function uploadsOf(...all) {
  const uploads = new Uploads();
  uploads.add(...all);
  return uploads;
}

const due = (/** @type {Uploads} */ uploads, now = 0) => uploads.due(now).map(({ key }) => key);

test('the files of one room are sent one by one, those of two rooms at the same time', () => {
  const uploads = uploadsOf(upload('1'), upload('2'), upload('3', { place: '~s' }));
  assert.deepEqual(due(uploads), ['1', '3']);
  uploads.sending('1');
  assert.deepEqual(due(uploads), ['3']);
  uploads.done('1', attachment('a'));
  assert.deepEqual(due(uploads), ['2', '3']);
  assert.deepEqual([uploads.ready(['1']), uploads.ready(['1', '2']), uploads.ready(['1', 'gone'])], [true, false, false]);
});

test('a file that the server postpones lets the next one go first', () => {
  const uploads = uploadsOf(upload('1'), upload('2'));
  uploads.refused('1', { code: 'unavailable', retryAfter: 5 }, 1000);
  assert.deepEqual([due(uploads, 1000), uploads.nextDue], [['2'], 6000]);
  uploads.done('2', attachment('b'));
  assert.deepEqual([due(uploads, 5999), due(uploads, 6000)], [[], ['1']]);
});

test('a file without an answer is tried again at once when there is a connection', () => {
  const uploads = uploadsOf(upload('1'));
  uploads.refused('1', { code: 'unreachable' }, 0);
  assert.deepEqual(due(uploads), []);
  uploads.hurry();
  assert.deepEqual(due(uploads), ['1']);
});

test('a refused or cancelled file waits for the user', () => {
  const uploads = uploadsOf(upload('1'), upload('2'), upload('3', { attachment: attachment('c'), state: 'done' }));
  uploads.refused('1', { code: 'too_large' }, 0);
  uploads.stop('2');
  uploads.stop('3');
  assert.deepEqual(uploads.all.map(({ state, problem }) => [state, problem?.code]), [['failed', 'too_large'], ['failed', 'stopped'], ['done', undefined]]);
  assert.deepEqual(due(uploads), []);
  uploads.retry('1');
  assert.deepEqual(due(uploads), ['1']);
  uploads.retry('3');
  assert.equal(uploads.ready(['3']), true);
  uploads.retry('3', true);
  assert.equal(uploads.find('3')?.state, 'waiting');
});

test('a reload begins with what is stored; what is under way here goes on', () => {
  const uploads = uploadsOf(upload('1'), upload('2'), upload('3'));
  uploads.sending('1');
  uploads.load([upload('1', { state: 'failed' }), upload('2', { attachment: attachment('b'), state: 'sending' }), upload('0', { state: 'sending' })], new Set(['3']));
  assert.deepEqual(uploads.all.map(({ key, state }) => `${key} ${state}`), ['0 waiting', '1 sending', '2 done', '3 waiting']);
  uploads.load([]);
  assert.deepEqual(uploads.all, []);
});

test('how much is sent counts the octets of all', () => {
  const uploads = uploadsOf(upload('1', { size: 30 }), upload('2'));
  let moved = 0;
  uploads.progress.watch(() => (moved += 1));
  uploads.moved('1', 20);
  assert.equal(uploads.share(['1', '2']), 0.5);
  uploads.done('1', attachment('a'));
  assert.equal(uploads.share(['1', '2']), 0.75);
  assert.equal(moved, 1);
});
