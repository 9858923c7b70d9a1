import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';

// The module reads the page's address when it loads.
Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
const { call } = await import('../../main/webapp/app/lib/http.js');

/**
 * @param {number} status
 * @param {string | null} body
 */
const answers = (status, body) => mock.method(globalThis, 'fetch', async () => new Response(body, { status }));

/** @param {string} code */
const refused = (code) => (/** @type {unknown} */ error) => error instanceof Problem && error.code === code;

test.afterEach(() => mock.restoreAll());

test('the JSON of an answer is given', async () => {
  answers(201, '{"seq":7}');
  assert.deepEqual(await call('POST', 'rooms/r/messages', { body: {} }), { seq: 7 });
});

test('a file is sent as it is, everything else as JSON', async () => {
  const { mock: fetched } = mock.method(globalThis, 'fetch', async () => new Response('{}'));
  const file = new Blob(['x'], { type: 'image/png' });
  await call('PUT', 'users/me/avatar', { body: file });
  await call('PUT', 'rooms/r/read', { body: { seq: 1 } });
  const [sent, json] = fetched.calls.map(({ arguments: [, init] }) => /** @type {any} */ (init));
  assert.equal(sent.body, file);
  assert.equal(sent.headers.get('Content-Type'), null);
  assert.equal(json.body, '{"seq":1}');
  assert.equal(json.headers.get('Content-Type'), 'application/json');
});

test('a change without an answer is done', async () => {
  answers(204, null);
  assert.equal(await call('PUT', 'rooms/r/read', { body: { seq: 1 } }), null);
});

test('a success that says nothing is none: the server has ended the application', async () => {
  for (const body of ['', '<html>']) {
    answers(200, body);
    await assert.rejects(call('POST', 'rooms/r/messages', { body: {} }), refused('unavailable'));
  }
});

test('a refusal has the code of the application, or one by its status', async () => {
  answers(409, '{"code":"conflict"}');
  await assert.rejects(call('POST', 'rooms'), refused('conflict'));
  answers(413, '');
  await assert.rejects(call('POST', 'rooms'), refused('too_large'));
  answers(502, 'Bad Gateway');
  await assert.rejects(call('POST', 'rooms'), refused('unavailable'));
});
