import assert from 'node:assert/strict';
import test from 'node:test';
import { Backoff } from '../../main/webapp/app/models/backoff.js';
import { REPEAT_MS, Typist } from '../../main/webapp/app/models/typist.js';

test('typing is announced once, repeated at intervals, and ended once', () => {
  const typist = new Typist();
  assert.equal(typist.typed('h', 0), 'typing_start');
  assert.equal(typist.typed('he', REPEAT_MS - 1), null);
  assert.equal(typist.typed('hel', REPEAT_MS), 'typing_start');
  assert.equal(typist.typed('', REPEAT_MS + 1), 'typing_stop');
  assert.equal(typist.stop(), null);
});

test('white space does not count as typing', () => assert.equal(new Typist().typed('  \n', 0), null));

test('the pause between tries doubles up to eight seconds', () => {
  const backoff = new Backoff(() => 1);
  assert.deepEqual(Array.from({ length: 6 }, () => backoff.next()), [1000, 2000, 4000, 8000, 8000, 8000]);
  backoff.reset();
  assert.equal(backoff.next(), 1000);
});

test('the random part shortens a pause by half at most', () => assert.equal(new Backoff(() => 0).next(), 500));
