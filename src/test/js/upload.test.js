import assert from 'node:assert/strict';
import test from 'node:test';

Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }, configurable: true });

Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });

/** @type {{tokens: (string | undefined)[], answers: [number, string][], fields: FormDataEntryValue[]}} */
const server = { tokens: [], answers: [], fields: [] };

/** As much of the browser's class as the page uses. */
class Request {
  upload = /** @type {any} */ ({});
  status = 0;
  statusText = '';
  responseText = '';
  /** @type {Record<string, string>} */
  headers = {};
  onload = () => undefined;
  onabort = () => undefined;
  onloadend = () => undefined;

  /** @param {string} method @param {URL} url */
  open(method, url) {
    this.line = `${method} ${url}`;
  }

  /** @param {string} name @param {string} value */
  setRequestHeader(name, value) {
    this.headers[name] = value;
  }

  abort() {
    this.onabort();
    this.onloadend();
  }

  /** @param {FormData} form */
  send(form) {
    assert.equal(this.line, 'POST http://chat.example/parley/api/attachments');
    server.tokens.push(this.headers.authorization);
    server.fields.push(...form.getAll('file'));
    this.upload.onprogress({ loaded: 3 });
    const answer = server.answers.shift();
    if (!answer) return;
    [this.status, this.responseText] = answer;
    this.onload();
    this.onloadend();
  }
}
Object.assign(globalThis, { XMLHttpRequest: Request });
const { Session } = await import('../../main/webapp/app/lib/session.js');

let renewals = 0;
globalThis.fetch = async () => {
  renewals += 1;
  return new Response(JSON.stringify({ user: { username: 'ann' }, accessToken: `t${renewals}`, expiresIn: 900 }));
};

/** @param {AbortSignal} [signal] */
function send(signal = new AbortController().signal) {
  /** @type {number[]} */
  const steps = [];
  return { steps, answer: session.upload('attachments', new Blob(['abc']), 'a.txt', { signal, progress: (octets) => steps.push(octets) }) };
}

const session = new Session();

test('a file is sent with the token, and the page hears how much of it', async () => {
  server.answers = [[201, '{"id":"a"}']];
  const { steps, answer } = send();
  assert.deepEqual(await answer, { id: 'a' });
  assert.deepEqual([steps, server.tokens], [[3], ['Bearer t1']]);
  assert.equal(/** @type {File} */ (server.fields[0]).name, 'a.txt');
});

test('when the token has expired meanwhile, the file is sent again with a new one', async () => {
  server.tokens = [];
  server.answers = [[401, '{"code":"unauthenticated"}'], [201, '{"id":"b"}']];
  assert.deepEqual(await send().answer, { id: 'b' });
  assert.deepEqual(server.tokens, ['Bearer t1', 'Bearer t2']);
});

test('a refusal has the server\'s code, and an upload that is given up has none', async () => {
  server.answers = [[413, '{"code":"too_large"}']];
  await assert.rejects(send().answer, { code: 'too_large' });
  server.answers = [[502, '<html>']];
  await assert.rejects(send().answer, { code: 'unavailable' });
  const giving = new AbortController();
  const { answer } = send(giving.signal);
  await Promise.resolve().then(() => giving.abort());
  await assert.rejects(answer, { code: 'unreachable' });
});
