import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { Draft } from '../../main/webapp/app/models/draft.js';
import { Outbox } from '../../main/webapp/app/models/outbox.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { Uploads } from '../../main/webapp/app/models/uploads.js';
import { room } from './support.js';

Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
const { Attaching } = await import('../../main/webapp/app/uses/attaching.js');
const { Sending } = await import('../../main/webapp/app/uses/sending.js');

/** @typedef {{name: string, signal: AbortSignal, answer: () => Promise<void>, refuse: (problem: object) => Promise<void>}} Asked */

/** Ann's page, in a browser that stores nothing. */
function page({ limits = /** @type {import('../../main/webapp/app/models/attached.js').Limits} */ ({ attachment: 100, attachments: 3 }), used = 0 } = {}) {
  /** @type {Asked[]} */
  const asked = [];
  const upload = (/** @type {string} */ _path, /** @type {Blob} */ blob, /** @type {string} */ name, /** @type {{signal: AbortSignal}} */ { signal }) => new Promise((resolve, reject) => {
    const attachment = { id: `id-${name}`, name, type: 'text/plain', size: blob.size, url: `api/attachments/id-${name}` };
    asked.push({ name, signal, answer: () => (resolve(attachment), settled()), refuse: (problem) => (reject(new Problem(problem)), settled()) });
  });
  /** @type {any[]} */
  const sent = [];
  /** @type {Map<string, Draft>} */
  const drafts = new Map();
  const of = (/** @type {string} */ id) => drafts.get(id) ?? (drafts.set(id, new Draft()), /** @type {Draft} */ (drafts.get(id)));
  const rooms = new Rooms('ann');
  rooms.reset([room()]);
  const chat = /** @type {any} */ ({
    rooms, uploads: new Uploads(), tabs: { owner: true, tell: () => undefined }, personal: { phase: 'open' }, unkept: () => undefined,
    line: () => ({ phase: 'open', request: async (/** @type {any} */ frame) => sent.push(frame) }),
    session: { upload, call: async () => ({ limits }) }, account: { storage: async () => ({ used, most: limits.storage }) },
    drafting: { of, attached: (/** @type {string} */ id, /** @type {any} */ attachments) => of(id).typed(of(id).text, of(id).replyTo, attachments) },
  });
  chat.outbox = new Outbox(({ files }) => chat.uploads.ready(files));
  chat.attaching = new Attaching(chat);
  chat.sending = new Sending(chat);
  const attach = async (/** @type {string[]} */ ...names) => chat.attaching.add('~r', names.map((name) => Object.assign(new Blob([name]), { name })));
  const states = () => chat.attaching.at('~r').map((/** @type {any} */ { name, state }) => `${name} ${state}`);
  return { chat, asked, sent, drafts, attach, states, write: (/** @type {string} */ body, place = '~r') => chat.sending.write('~r', body, null, place ? chat.attaching.take(place) : []) };
}

/** Long enough for what needs several turns of the event loop. */
async function settled() {
  for (let i = 0; i < 5; i += 1) await new Promise(setImmediate);
}

test('files are sent as soon as they are attached, one by one, and the draft has those that are there', async () => {
  const { asked, drafts, attach, states } = page();
  await attach('a', 'b');
  await settled();
  assert.deepEqual([asked.map(({ name }) => name), states()], [['a'], ['a sending', 'b waiting']]);
  await asked[0].answer();
  assert.deepEqual([asked.map(({ name }) => name), states()], [['a', 'b'], ['a done', 'b sending']]);
  assert.deepEqual(drafts.get('~r')?.attachments.map(({ id }) => id), ['id-a']);
});

test('a message waits for its files, and no other message does', async () => {
  const { chat, asked, sent, attach, states, write } = page();
  await attach('a', 'b');
  await settled();
  await write('with files');
  await write('without', '');
  await settled();
  assert.deepEqual([sent.map(({ body }) => body), states()], [['without'], []]);
  assert.deepEqual(chat.sending.unconfirmed('~r')[0].attachments.map((/** @type {any} */ { name }) => name), ['a', 'b']);
  await asked[0].answer();
  await asked[1].answer();
  assert.deepEqual(sent[1].attachments, ['id-a', 'id-b']);
  assert.deepEqual([chat.outbox.entries, chat.uploads.all], [[], []]);
});

test('what is too large or too many is not attached', async () => {
  const { attach, states } = page({ limits: { attachment: 2, attachments: 2 } });
  const { left } = await attach('a', 'long', 'b', 'c');
  assert.deepEqual(left, [{ name: 'long', reason: 'tooLarge' }, { name: 'c', reason: 'tooMany' }]);
  await settled();
  assert.deepEqual(states(), ['a sending', 'b waiting']);
});

test('what has no room beside the other files of the user is not attached, and the server has the last word', async () => {
  const { chat, asked, attach, states } = page({ limits: { attachment: 100, attachments: 3, storage: 10 }, used: 4 });
  await attach('four');
  const { left, free } = await attach('tea', 'a');
  assert.deepEqual([left, free], [[{ name: 'tea', reason: 'noSpace' }], 2]);
  await settled();
  await asked[0].refuse({ code: 'too_large', left: 1 });
  assert.deepEqual([states(), chat.uploads.all[0].problem.code], [['four failed', 'a sending'], 'no_space']);
});

test('when the server refuses a file, its message stays with it, until the user tries again', async () => {
  const { chat, asked, sent, attach, write } = page();
  await attach('a');
  await settled();
  await write('look');
  await asked[0].refuse({ code: 'too_large' });
  const [entry] = chat.outbox.entries;
  assert.deepEqual([entry.state, entry.problem.code, sent], ['failed', 'too_large', []]);
  chat.sending.retry(entry.clientId);
  await settled();
  await asked[1].answer();
  assert.equal(sent[0].body, 'look');
});

test('a file that the server has forgotten is sent again with its message', async () => {
  const { chat, asked, sent, attach, write } = page();
  await attach('a');
  await settled();
  await asked[0].answer();
  chat.line = () => ({ phase: 'open', request: async () => Promise.reject(new Problem({ code: 'not_found' })) });
  await write('look');
  await settled();
  chat.line = () => ({ phase: 'open', request: async (/** @type {any} */ frame) => sent.push(frame) });
  chat.sending.retry(chat.outbox.entries[0].clientId);
  await settled();
  await asked[1].answer();
  assert.deepEqual(sent[0].attachments, ['id-a']);
});

test('without an answer a file waits, and goes on with the next connection', async () => {
  const { chat, asked, attach, states } = page();
  await attach('a');
  await settled();
  await asked[0].refuse({ code: 'unreachable' });
  assert.deepEqual([states(), asked.length], [['a waiting'], 1]);
  chat.attaching.opened();
  await settled();
  assert.equal(asked.length, 2);
  chat.attaching.end();
});

test('a cancelled upload can be begun again, and what is removed is forgotten', async () => {
  const { chat, asked, drafts, attach, states } = page();
  await attach('a', 'b');
  await settled();
  const [{ key }] = chat.attaching.at('~r');
  chat.attaching.stop(key);
  await settled();
  assert.deepEqual([asked[0].signal.aborted, states()], [true, ['a failed', 'b sending']]);
  await asked[1].answer();
  chat.attaching.retry(key);
  await settled();
  await asked[2].answer();
  chat.attaching.remove('~r', chat.attaching.at('~r')[1].key);
  assert.deepEqual([states(), drafts.get('~r')?.attachments.map(({ id }) => id)], [['a done'], ['id-a']]);
});

test('a message on its way to the server can be stopped while its files are', async () => {
  const { chat, asked, sent, attach, write } = page();
  await attach('a');
  await settled();
  await write('look');
  const [{ clientId }] = chat.outbox.entries;
  chat.sending.stop(clientId);
  assert.deepEqual([asked[0].signal.aborted, chat.outbox.find(clientId).state], [true, 'failed']);
  await asked[0].answer();
  assert.deepEqual(sent, []);
  chat.sending.discard(clientId);
  assert.deepEqual([chat.outbox.entries, chat.uploads.all], [[], []]);
});

test('after a reload, stored files are sent, and then the message that waits for them', async () => {
  const before = page();
  await before.attach('a');
  await settled();
  await before.write('look');
  const { chat, asked, sent } = page();
  chat.uploads.load(before.chat.uploads.all);
  chat.outbox.load(before.chat.outbox.entries);
  chat.attaching.loaded();
  await settled();
  await asked[0].answer();
  assert.deepEqual(sent.map(({ body, attachments }) => [body, attachments]), [['look', ['id-a']]]);
});

test('a message whose files this browser has lost is not sent', async () => {
  const before = page();
  await before.attach('a');
  await before.write('look');
  const { chat } = page();
  chat.outbox.load(before.chat.outbox.entries);
  chat.attaching.loaded();
  assert.deepEqual([chat.outbox.entries[0].state, chat.outbox.entries[0].problem.code], ['failed', 'unreadable']);
});

test('files of the draft from another device are attached here, and go when they are removed there', async () => {
  const { chat, asked, sent, drafts, attach, states, write } = page();
  const other = { id: 'other', name: 'o', type: 'text/plain', size: 1, url: 'u' };
  chat.drafting.attached('~r', [other]);
  await attach('a');
  await settled();
  await asked[0].answer();
  assert.deepEqual(states(), ['o done', 'a done']);
  drafts.get('~r')?.typed('', null, [other]);
  chat.attaching.follow('~r');
  assert.deepEqual(states(), ['o done']);
  await write('look');
  await settled();
  assert.deepEqual(sent[0].attachments, ['other']);
});
