import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { Conversations } from '../../main/webapp/app/models/conversations.js';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { conversation, room } from './support.js';

Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
/** @type {Record<string, any>} what the browser stores; the methods are not listed among its keys */
const browser = Object.create({
  getItem: (/** @type {string} */ key) => browser[key] ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => (browser[key] = value),
  removeItem: (/** @type {string} */ key) => delete browser[key],
});
Object.defineProperty(globalThis, 'localStorage', { value: browser, configurable: true });
const { Drafting } = await import('../../main/webapp/app/uses/drafting.js');
const { PAUSE_MS } = await import('../../main/webapp/app/uses/saving-drafts.js');

/** @import {TestContext} from 'node:test' */
/** @typedef {{call: string, body: any, keepalive: boolean, answer: (json: any) => Promise<void>, refuse: (problem: any) => Promise<void>}} Asked */

/** @param {TestContext} context */
function ready(context) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  for (const key of Object.keys(browser)) delete browser[key];
  return { ...page(), tick: (/** @type {number} */ ms) => context.mock.timers.tick(ms) };
}

/** One tab of Ann: a room, a conversation with Bob, and one with Cem that has not begun. */
function page() {
  /** @type {Asked[]} */
  const asked = [];
  const call = (/** @type {string} */ method, /** @type {string} */ path, { body = undefined, query = {}, keepalive = false } = {}) => new Promise((resolve, reject) => {
    const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== null)).toString();
    asked.push({
      call: `${method} ${path}${given && `?${given}`}`, body, keepalive,
      answer: (json) => (resolve(json), settled()),
      refuse: (problem) => (reject(new Problem(problem)), settled()),
    });
  });
  const rooms = new Rooms('ann');
  rooms.reset([room()]);
  const conversations = new Conversations('ann');
  conversations.reset([conversation('bob', { head: 1 }), conversation('cem')]);
  const personal = { phase: 'open' };
  const drafting = new Drafting(/** @type {any} */ ({ session: { call }, rooms, conversations, personal, following: { list: async () => undefined }, attaching: { follow: () => undefined } }));
  return { drafting, asked, personal, calls: () => asked.map((one) => one.call), kept: () => Object.values(browser).map((json) => JSON.parse(json).text) };
}

async function settled() {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** @param {string} body @param {number} revision @param {object} [more] */
const stored = (body, revision, more = {}) => ({ body, replyTo: null, attachments: [], revision, updatedAt: '', ...more });

test('the browser has what is typed at once, and the server after a pause', async (context) => {
  const { drafting, asked, calls, kept, tick } = ready(context);
  drafting.typed('~r', 'half', null);
  tick(PAUSE_MS - 1);
  drafting.typed('~r', 'half a thought ', { seq: 7, username: 'bob', excerpt: '' });
  tick(PAUSE_MS - 1);
  assert.deepEqual([kept(), calls()], [['half a thought '], []]);
  tick(1);
  assert.deepEqual(calls(), ['PUT rooms/~r/draft']);
  assert.deepEqual(asked[0].body, { body: 'half a thought', replyTo: 7, revision: 0 });
  drafting.typed('~r', 'half a thought more', null);
  tick(PAUSE_MS);
  assert.equal(calls().length, 1, 'one at a time');
  await asked[0].answer(stored('half a thought', 1, { replyTo: { seq: 7 } }));
  tick(PAUSE_MS);
  assert.deepEqual(asked[1].body, { body: 'half a thought more', replyTo: undefined, revision: 1 });
});

test('sending the message deletes the draft in both places', async (context) => {
  const { drafting, asked, calls, tick } = ready(context);
  drafting.typed('@bob', 'hello', null);
  tick(PAUSE_MS);
  await asked[0].answer(stored('hello', 3));
  drafting.typed('@bob', '', null);
  tick(PAUSE_MS);
  assert.deepEqual(calls(), ['PUT direct/bob/draft', 'DELETE direct/bob/draft?revision=3']);
  assert.equal(Object.keys(browser).length, 1, 'the deletion is not done yet');
  await asked[1].answer(null);
  assert.deepEqual(Object.keys(browser), []);
});

test('a message that is sent before the pause asks nothing of the server', (context) => {
  const { drafting, calls, tick } = ready(context);
  drafting.typed('~r', 'hello', null);
  drafting.typed('~r', '', null);
  tick(PAUSE_MS);
  assert.deepEqual([calls(), Object.keys(browser)], [[], []]);
});

test('without a connection, or before the conversation has begun, the text waits in the browser', async (context) => {
  const { drafting, asked, calls, kept, personal, tick } = ready(context);
  drafting.typed('@cem', 'hello', null);
  personal.phase = 'waiting';
  drafting.typed('~r', 'in the tunnel', null);
  tick(PAUSE_MS);
  assert.deepEqual([calls(), kept()], [[], ['hello', 'in the tunnel']]);
  personal.phase = 'open';
  drafting.load();
  await settled();
  await asked[0].answer({ drafts: [], next: null });
  assert.deepEqual(calls(), ['GET drafts?limit=200', 'PUT rooms/~r/draft']);
});

test('a conflict keeps both texts and sends none until the user decides', async (context) => {
  const { drafting, asked, calls, tick } = ready(context);
  drafting.typed('~r', 'noon', null);
  tick(PAUSE_MS);
  await asked[0].refuse({ code: 'conflict', draft: stored('five', 2) });
  drafting.typed('~r', 'at noon', null);
  tick(PAUSE_MS);
  assert.deepEqual([calls().length, drafting.of('~r').text, drafting.of('~r').other?.body], [1, 'at noon', 'five']);
  drafting.keepMine('~r');
  assert.deepEqual(asked[1].body, { body: 'at noon', replyTo: undefined, revision: 2 });
});

test('a refusal that passes is tried again', async (context) => {
  const { drafting, asked, calls, tick } = ready(context);
  drafting.typed('~r', 'noon', null);
  tick(PAUSE_MS);
  await asked[0].refuse({ code: 'rate_limited', retryAfter: 3 });
  tick(3000);
  assert.equal(calls().length, 2);
  await asked[1].refuse({ code: 'forbidden' });
  tick(60_000);
  assert.equal(calls().length, 2);
});

test('frames and the list bring what other devices stored, under the rooms\' names', async (context) => {
  const { drafting, asked, calls, kept } = ready(context);
  let changes = 0;
  drafting.watch(() => (changes += 1));
  drafting.frame({ type: 'draft', room: 'r', draft: stored('one', 1) });
  drafting.frame({ type: 'draft', with: 'bob', draft: stored('dear bob', 1) });
  drafting.frame({ type: 'draft', room: 'unknown', draft: stored('lost', 1) });
  assert.deepEqual([drafting.of('~r').text, drafting.of('@bob').text, kept().length, changes], ['one', 'dear bob', 2, 2]);
  drafting.load();
  await settled();
  await asked[0].answer({ drafts: [{ room: 'r', ...stored('two', 2) }], next: 'n' });
  await asked[1].answer({ drafts: [{ room: 'unknown', ...stored('lost', 1) }], next: null });
  assert.equal(drafting.of('~r').text, 'two');
  assert.deepEqual(calls(), ['GET drafts?limit=200', 'GET drafts?limit=200&cursor=n', 'GET direct/bob/draft'], 'a list may be late');
  await asked[2].refuse({ code: 'not_found' });
  assert.equal(drafting.of('@bob').text, '');
});

test('another tab shows what is typed in this one, until something is typed there', (context) => {
  const { drafting, tick } = ready(context);
  const other = page().drafting;
  drafting.typed('~r', 'one', null);
  other.elsewhere('~r');
  assert.equal(other.of('~r').text, 'one');
  drafting.typed('~r', 'one two', null);
  other.elsewhere('~r');
  assert.equal(other.of('~r').text, 'one two');
  other.typed('~r', 'three', null);
  drafting.typed('~r', 'one two four', null);
  other.elsewhere('~r');
  assert.equal(other.of('~r').text, 'three');
  tick(0);
});

test('leaving the room or the page saves at once', (context) => {
  const { drafting, asked } = ready(context);
  drafting.typed('~r', 'one', null);
  drafting.left('~r');
  drafting.typed('@bob', 'two', null);
  drafting.leaving();
  assert.deepEqual(asked.map(({ call, keepalive }) => `${call} ${keepalive}`), ['PUT rooms/~r/draft true', 'PUT direct/bob/draft true']);
});

test('signing out saves what waits, and afterwards nothing is stored', async (context) => {
  const { drafting, asked, calls, tick } = ready(context);
  drafting.typed('~r', 'one', null);
  tick(PAUSE_MS);
  drafting.typed('~r', 'one two', null);
  const finished = drafting.finish();
  await asked[0].answer(stored('one', 1));
  assert.deepEqual(asked[1].body, { body: 'one two', replyTo: undefined, revision: 1 });
  for (const key of Object.keys(browser)) delete browser[key];
  tick(3000);
  await finished;
  await asked[1].answer(stored('one two', 2));
  drafting.typed('~r', 'three', null);
  tick(PAUSE_MS);
  assert.deepEqual([calls().length, Object.keys(browser)], [2, []]);
});

test('the draft has the files that are uploaded, also without text', async (context) => {
  const { drafting, asked, calls, tick } = ready(context);
  const file = { id: 'a', name: 'a.txt', type: 'text/plain', size: 1, url: '' };
  drafting.attached('~r', [file]);
  tick(PAUSE_MS);
  assert.deepEqual(asked[0].body, { body: '', replyTo: undefined, attachments: ['a'], revision: 0 });
  await asked[0].answer(stored('', 1, { attachments: [file] }));
  drafting.frame({ type: 'draft', room: 'r', draft: stored('', 1, { attachments: [file] }) });
  assert.deepEqual(page().drafting.of('~r').attachments, [file], 'a new page finds them in the browser');
  drafting.frame({ type: 'draft', room: 'r', draft: stored('more', 2, { attachments: [] }) });
  assert.deepEqual([drafting.of('~r').text, drafting.of('~r').attachments, calls().length], ['more', [], 1]);
});
