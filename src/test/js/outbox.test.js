import assert from 'node:assert/strict';
import test from 'node:test';
import { Outbox } from '../../main/webapp/app/models/outbox.js';

/**
 * @param {string} clientId
 * @param {Partial<import('../../main/webapp/app/models/outbox.js').Entry>} [more]
 * @returns {import('../../main/webapp/app/models/outbox.js').Entry}
 */
const entry = (clientId, more) => ({ clientId, user: 'ann', room: '~r', body: clientId, replyTo: null, createdAt: `2026-11-21T09:00:0${clientId}.000Z`, state: 'waiting', ...more });

/** @param {ReturnType<typeof entry>[]} entries */
function outboxOf(...entries) {
  const outbox = new Outbox();
  outbox.load(entries);
  return outbox;
}

const due = (/** @type {Outbox} */ outbox, now = 0) => outbox.due(now).map(({ clientId }) => clientId);

test('messages of one room are sent one by one, messages of two rooms at the same time', () => {
  const outbox = outboxOf(entry('1'), entry('2'), entry('3', { room: '~s' }));
  assert.deepEqual(due(outbox), ['1', '3']);
  outbox.sending('1');
  assert.deepEqual(due(outbox), ['3']);
  outbox.remove('1');
  assert.deepEqual(due(outbox), ['2', '3']);
});

test('a message without an answer is sent again with the same id', () => {
  const outbox = outboxOf(entry('1'));
  outbox.sending('1');
  outbox.unanswered('1');
  assert.deepEqual(due(outbox), ['1']);
});

test('a message that the server postpones is sent when its time comes and holds back the later ones', () => {
  const outbox = outboxOf(entry('1'), entry('2'));
  outbox.refused('1', { code: 'rate_limited', retryAfter: 5 }, 1000);
  assert.deepEqual(due(outbox, 5999), []);
  assert.equal(outbox.nextDue, 6000);
  assert.deepEqual(due(outbox, 6000), ['1']);
});

test('the pauses grow while the server is overloaded', () => {
  const outbox = outboxOf(entry('1'));
  const pauses = [1, 2, 3, 4, 5, 6].map(() => (outbox.refused('1', { code: 'unavailable' }, 0)?.notBefore ?? 0) / 1000);
  assert.deepEqual(pauses, [2, 4, 8, 16, 30, 30]);
});

test('a refused message waits for its author, and the later ones are sent', () => {
  const outbox = outboxOf(entry('1'), entry('2'));
  outbox.refused('1', { code: 'muted' }, 0);
  assert.deepEqual(due(outbox), ['2']);
  assert.equal(outbox.find('1')?.problem?.code, 'muted');
  assert.equal(outbox.underWay, 1);
  outbox.retry('1');
  assert.deepEqual(due(outbox), ['1']);
});

test('a reload restores the stored messages in the order of writing', () => {
  const outbox = outboxOf(entry('2'), entry('1', { state: 'failed' }));
  assert.deepEqual(outbox.of('~r').map(({ clientId }) => clientId), ['1', '2']);
});

test('entries that another tab has confirmed go; entries in sending or not stored yet stay', () => {
  const outbox = outboxOf(entry('1'), entry('2'));
  outbox.sending('2');
  outbox.add(entry('3'));
  outbox.load([entry('2')], new Set(['3']));
  assert.deepEqual(outbox.entries.map(({ clientId, state }) => `${clientId} ${state}`), ['2 sending', '3 waiting']);
});

test('a message whose files are on their way holds up no other', () => {
  const files = new Set();
  const outbox = new Outbox(({ files: keys = [] }) => keys.every((key) => files.has(key)));
  outbox.load([entry('1', { files: ['a'] }), entry('2'), entry('3', { room: '~s', files: [] })]);
  assert.deepEqual(due(outbox), ['2', '3']);
  assert.equal(outbox.withFile('a')?.clientId, '1');
  files.add('a');
  assert.deepEqual(due(outbox), ['1', '3']);
});
