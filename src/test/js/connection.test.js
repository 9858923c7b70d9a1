import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { Connection } from '../../main/webapp/app/lib/connection.js';
import { Problem } from '../../main/webapp/app/lib/problem.js';

class FakeSocket {
  readyState = 1;
  /** @type {any[]} */
  sent = [];
  /** @type {any} */
  onmessage = null;
  /** @type {any} */
  onclose = null;

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  /** @param {unknown} frames */
  brings(frames) {
    this.onmessage?.({ data: JSON.stringify(frames) });
  }

  /** @param {number} code */
  breaks(code) {
    this.onclose?.({ code });
  }
}

/** @param {{open?: () => Promise<any>}} [page] */
async function connected(page = {}) {
  /** @type {FakeSocket[]} */
  const sockets = [];
  /** @type {any[]} */
  const frames = [];
  /** @type {string[]} */
  const endings = [];
  const connection = new Connection({
    frame: (frame) => frames.push(frame),
    opened: () => undefined,
    ended: (ending) => endings.push(ending),
    open: async () => {
      sockets.push(new FakeSocket());
      return /** @type {any} */ (sockets.at(-1));
    },
    ...page,
  });
  await connection.start();
  sockets[0]?.brings({ type: 'connection_established' });
  return { connection, sockets, frames, endings };
}

/** Waits until pending promises are done. */
const settled = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

test.beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
test.afterEach(() => mock.timers.reset());

test('an answer resolves its request and is also handled as a frame', async () => {
  const { connection, sockets, frames } = await connected();
  const answer = connection.request({ type: 'send_message', room: 'r' });
  sockets[0].brings({ type: 'message_sent', ref: sockets[0].sent[0].ref, seq: 1 });
  assert.equal((await answer).seq, 1);
  assert.equal(frames.at(-1).type, 'message_sent');
});

test('a refusal rejects its request and is not handled as a frame', async () => {
  const { connection, sockets, frames } = await connected();
  const answer = connection.request({ type: 'send_message', room: 'r' });
  const before = frames.length;
  sockets[0].brings([{ type: 'error', ref: sockets[0].sent[0].ref, code: 'muted', until: null }]);
  await assert.rejects(answer, (/** @type {Problem} */ problem) => problem.code === 'muted');
  assert.equal(frames.length, before);
});

test('the frames in one text frame are handled in order', async () => {
  const { sockets, frames } = await connected();
  sockets[0].brings([{ type: 'new_message', seq: 2 }, { type: 'new_message', seq: 3 }]);
  assert.deepEqual(frames.slice(-2).map(({ seq }) => seq), [2, 3]);
});

test('a broken connection opens again after a pause, and its pending requests fail', async () => {
  const { connection, sockets } = await connected();
  const answer = connection.request({ type: 'send_message', room: 'r' });
  sockets[0].breaks(1006);
  await assert.rejects(answer, (/** @type {Problem} */ problem) => problem.code === 'unreachable');
  assert.equal(connection.phase, 'waiting');
  mock.timers.tick(1000);
  await settled();
  assert.equal(sockets.length, 2);
});

test('the user can retry without waiting for the pause', async () => {
  const { connection, sockets } = await connected();
  sockets[0].breaks(1012);
  connection.retryNow();
  await settled();
  assert.equal(sockets.length, 2);
});

test('a connection that died silently is noticed and opened again', async () => {
  const { connection, sockets } = await connected();
  mock.timers.tick(20_000);
  assert.equal(sockets[0].sent.at(-1).type, 'ping');
  mock.timers.tick(8000);
  assert.equal(connection.phase, 'waiting');
});

test('a connection that answers the ping stays open', async () => {
  const { connection, sockets } = await connected();
  mock.timers.tick(20_000);
  sockets[0].brings({ type: 'pong' });
  mock.timers.tick(19_000);
  assert.equal(connection.phase, 'open');
});

test('without a network even a connection that has just answered is checked within seconds', async (context) => {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  context.after(() => Reflect.deleteProperty(globalThis, 'navigator'));
  const { connection, sockets } = await connected();
  connection.check();
  sockets[0].brings({ type: 'pong' });
  mock.timers.tick(3000);
  assert.equal(sockets[0].sent.length, 2);
  mock.timers.tick(3000);
  assert.equal(connection.phase, 'waiting');
});

test('after the end of the session the page is told and does not connect again', async () => {
  const { connection, sockets, endings } = await connected();
  sockets[0].breaks(4401);
  mock.timers.tick(60_000);
  await settled();
  assert.deepEqual(endings, ['ended']);
  assert.deepEqual([connection.phase, sockets.length], ['over', 1]);
});

test('the page is told that the account was disabled', async () => {
  const { sockets, endings } = await connected();
  sockets[0].breaks(4403);
  assert.deepEqual(endings, ['disabled']);
});

test('without a ticket the page tries again later', async () => {
  const open = async () => {
    throw new Problem({ code: 'unreachable' });
  };
  const { connection, sockets } = await connected({ open });
  assert.deepEqual([connection.phase, sockets.length], ['waiting', 0]);
});

test('the pauses grow if the server closes each connection at once', async () => {
  const { connection, sockets } = await connected();
  /** @type {number[]} */
  const pauses = [];
  for (let i = 0; i < 4; i++) {
    /** @type {FakeSocket} */ (sockets.at(-1)).breaks(1013);
    pauses.push(connection.retryAt - Date.now());
    mock.timers.tick(60_000);
    await settled();
    sockets.at(-1)?.brings({ type: 'connection_established' });
  }
  assert.ok(pauses[3] >= 4000, String(pauses));
});
