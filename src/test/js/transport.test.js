import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { EventSocket } from '../../main/webapp/app/lib/event-socket.js';
import { Problem } from '../../main/webapp/app/lib/problem.js';

// The module reads the page's address when it loads.
Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://chat.example/parley/' } });
const { Transport } = await import('../../main/webapp/app/lib/transport.js');

/** @type {FakeWebSocket[]} */
let sockets = [];

class FakeWebSocket extends EventTarget {
  /** @type {(() => void) | null} */
  onmessage = null;

  /** @param {string} url */
  constructor(url) {
    super();
    this.url = url;
    sockets.push(this);
  }

  speaks() {
    this.dispatchEvent(new Event('message'));
    this.onmessage?.();
  }

  /** @param {number} code */
  breaks(code) {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  close() {
    this.breaks(1000);
  }
}

/** @param {{call?: () => Promise<any>}} [session] */
function transport(session = {}) {
  let returned = 0;
  const call = async () => ({ ticket: 'a b' });
  const made = new Transport(/** @type {any} */ ({ call, ...session }), { rooms: () => [], returned: () => (returned += 1) });
  return { transport: made, returned: () => returned };
}

/** Two tries that fail as on a network that blocks WebSockets. */
async function blocked() {
  const made = transport();
  for (let i = 0; i < 2; i++) {
    await made.transport.open('live/rooms');
    sockets.at(-1)?.breaks(1006);
  }
  const third = await made.transport.open('live/rooms');
  assert.ok(third instanceof EventSocket);
  third.close();
  return made;
}

const settled = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

test.beforeEach(() => {
  sockets = [];
  mock.timers.enable({ apis: ['setTimeout'] });
  Object.defineProperty(globalThis, 'WebSocket', { value: FakeWebSocket, configurable: true, writable: true });
});
test.afterEach(() => {
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, 'WebSocket');
});

test('a line opens a WebSocket with a ticket', async () => {
  const { transport: made } = transport();
  await made.open('live/private');
  assert.match(sockets[0].url, /^ws:\/\/chat\.example\/parley\/live\/private\?ticket=a%20b$/);
  assert.equal(made.blocked, false);
});

test('if the network blocks WebSockets, every line uses events, and the user is told', async () => {
  const { transport: made } = await blocked();
  assert.deepEqual([made.blocked, made.news, sockets.length], [true, true, 2]);
  assert.ok((await made.open('live/private')) instanceof EventSocket);
  made.understood();
  assert.deepEqual([made.blocked, made.news], [true, false]);
});

test('a line is not blocked if the server sends a frame, closes with a code, or gives no ticket', async () => {
  const { transport: made } = transport();
  for (const end of [() => sockets.at(-1)?.breaks(1012), () => sockets.at(-1)?.speaks()]) {
    for (let i = 0; i < 3; i++) {
      await made.open('live/rooms');
      end();
      sockets.at(-1)?.breaks(1006);
    }
  }
  const down = transport({ call: async () => Promise.reject(new Problem({ code: 'unreachable' })) });
  for (let i = 0; i < 3; i++) await assert.rejects(down.transport.open('live/rooms'));
  assert.deepEqual([made.blocked, down.transport.blocked], [false, false]);
});

test('a blocked line tries a WebSocket every minute and after network changes, until one works', async () => {
  const { transport: made, returned } = await blocked();
  mock.timers.tick(60_000);
  await settled();
  assert.equal(sockets.length, 3);
  mock.timers.tick(60_000);
  await settled();
  made.retry();
  await settled();
  assert.deepEqual([sockets.length, returned()], [5, 0]);
  sockets.at(-1)?.speaks();
  assert.deepEqual([made.blocked, made.news, returned()], [false, false, 1]);
  mock.timers.tick(600_000);
  await settled();
  assert.equal(sockets.length, 5);
});
