import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { EventFeed } from '../../main/webapp/app/lib/event-feed.js';
import { EventSocket } from '../../main/webapp/app/lib/event-socket.js';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { Events } from '../../main/webapp/app/models/events.js';
import { message, posted } from './support.js';

/** A server with event streams. It records the requests, and the test sends frames on each stream. */
class FakeServer {
  /** @type {string[]} */
  requests = [];
  /** @type {{rooms: string, mark: string | undefined, says: (...frames: object[]) => Promise<void>, ends: () => Promise<void>, signal: AbortSignal}[]} */
  streams = [];
  /** @type {Record<string, any>} */
  answers = {};

  /** @param {string} method @param {string} path @param {{query?: any}} [options] */
  async call(method, path, { query } = {}) {
    this.requests.push([method, path, query?.after].filter((part) => part !== undefined).join(' '));
    const answer = this.answers[`${method} ${path}`];
    if (answer instanceof Error) throw answer;
    return answer;
  }

  /** @param {string} _path @param {{query: any, signal: AbortSignal}} options */
  async stream(_path, { query: { rooms, mark }, signal }) {
    /** @type {ReadableStreamDefaultController<Uint8Array>} */
    let bytes;
    const body = new ReadableStream({ start: (controller) => void (bytes = controller) });
    const says = async (/** @type {object[]} */ ...frames) => {
      for (const frame of frames) bytes.enqueue(new TextEncoder().encode(`id: m${this.streams.length}\nevent: any\ndata: ${JSON.stringify(frame)}\n\n`));
      await settled();
    };
    const ends = async () => (bytes.close(), settled());
    this.streams.push({ rooms, mark, says, ends, signal });
    says({ type: 'connection_established' });
    return body;
  }
}

/** Waits until pending promises and streams are done. */
const settled = async () => {
  for (let i = 0; i < 25; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** @param {string[]} rooms ids of the rooms that the page has joined */
async function connected(rooms, personal = false) {
  const server = new FakeServer();
  const feed = new EventFeed(/** @type {any} */ (server), () => [...rooms]);
  const socket = new EventSocket(feed, personal);
  /** @type {any[]} */
  const frames = [];
  /** @type {number[]} */
  const closes = [];
  socket.onmessage = ({ data }) => frames.push(JSON.parse(data));
  socket.onclose = ({ code }) => closes.push(code);
  mock.timers.tick(1);
  await settled();
  const ask = (/** @type {object} */ frame) => socket.send(JSON.stringify(frame));
  return { server, feed, socket, frames, closes, ask };
}

const joined = (/** @type {string} */ id, head = 0) => ({ type: 'room_joined', id, room: id.slice(1), head });
const types = (/** @type {any[]} */ frames) => frames.map(({ type, seq }) => (seq ? `${type} ${seq}` : type));

test.beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
test.afterEach(() => mock.timers.reset());

test('events are read across any cuts of the stream, and comments are skipped', () => {
  const text = ':\n\nid: a.1\nevent: x\ndata: {"a":1}\n\n: hello\ndata:two\r\ndata: lines\r\n\r\nid\ndata: 3\n\ndata: unfinished\n';
  for (const size of [1, 2, 7, 1000]) {
    const events = new Events();
    const data = [];
    for (let at = 0; at < text.length; at += size) data.push(...events.read(text.slice(at, at + size)));
    assert.deepEqual(data, ['{"a":1}', 'two\nlines', '3'], `pieces of ${size}`);
    assert.equal(events.id, '');
  }
});

test('a room is joined on the stream that carries it, and missed frames come from its log', async () => {
  const { server, frames, ask } = await connected(['~r', '~s']);
  server.answers['GET rooms/~r/log'] = { events: [posted(4), posted(5)] };
  ask({ type: 'join_room', room: '~r', since: 3, ref: '1' });
  await server.streams[0].says(joined('~r', 5), posted(6));
  assert.deepEqual([server.streams.length, server.streams[0].rooms], [1, '~r,~s']);
  assert.deepEqual(types(frames), ['connection_established', 'room_joined', 'new_message 4', 'new_message 5', 'caught_up 5', 'new_message 6']);
  assert.equal(frames[1].ref, '1');
  await server.streams[0].says(joined('~s', 2));
  ask({ type: 'join_room', room: '~s', since: 2, ref: '2' });
  await settled();
  assert.deepEqual(types(frames.slice(-2)), ['room_joined', 'caught_up 2']);
});

test('for a room that is joined later, a new stream begins at the mark of the last one', async () => {
  const { server, frames, ask } = await connected(['~r']);
  await server.streams[0].says(joined('~r'));
  ask({ type: 'join_room', room: '~new', ref: '1' });
  mock.timers.tick(100);
  await settled();
  const [before, after] = server.streams;
  assert.deepEqual([after.rooms, after.mark, before.signal.aborted], ['~r,~new', 'm1', true]);
  await after.says(joined('~r'), joined('~new'));
  assert.deepEqual(types(frames), ['connection_established', 'room_joined']);
});

test('a room that cannot be joined is refused as on a socket, and a stream takes at most fifty rooms', async () => {
  const { server, frames, ask } = await connected(Array.from({ length: 51 }, (_, i) => `~${i}`));
  assert.deepEqual(server.streams.map(({ rooms }) => rooms.split(',').length), [50, 1]);
  ask({ type: 'join_room', room: '~50', since: 0, ref: '1' });
  await server.streams[1].says({ type: 'error', ref: '~50', code: 'not_member' });
  assert.deepEqual(frames.map(({ type, code, ref }) => [type, code, ref]).slice(1), [['error', 'not_member', '1']]);
});

test('one line gets the frames of rooms, the other the frames about the user', async () => {
  const { server, feed, frames } = await connected(['~r']);
  /** @type {any[]} */
  const own = [];
  const personal = new EventSocket(feed, true);
  personal.onmessage = ({ data }) => own.push(JSON.parse(data));
  mock.timers.tick(1);
  await settled();
  await server.streams[0].says(posted(1), { type: 'private_message', with: 'bob', seq: 1 }, { type: 'notification', kind: 'added' }, { type: 'presence', username: 'bob' });
  assert.deepEqual(types(frames), ['connection_established', 'new_message 1']);
  assert.deepEqual(types(own), ['connection_established', 'private_message 1', 'notification', 'presence']);
  assert.equal(server.streams.length, 1);
});

test('frames are sent by REST in order, and refusals arrive as on a socket', async () => {
  const { server, frames, ask } = await connected([]);
  server.answers['POST rooms/~r/messages'] = message(7);
  server.answers['POST direct/bob/messages'] = new Problem({ code: 'blocked', detail: 'no' });
  ask({ type: 'send_message', room: '~r', clientId: 'c', body: 'hello', ref: '1' });
  ask({ type: 'mark_read', room: '~r', seq: 7 });
  ask({ type: 'typing_start', room: '~r' });
  ask({ type: 'private_message', to: 'bob', body: 'hello', ref: '2' });
  ask({ type: 'ping', ref: '3' });
  await settled();
  assert.deepEqual(server.requests, ['POST rooms/~r/messages', 'PUT rooms/~r/read', 'POST direct/bob/messages', 'GET auth/me']);
  assert.deepEqual(frames.slice(1).map(({ type, ref, seq, code }) => [type, ref, seq ?? code]), [
    ['message_sent', '1', 7],
    ['error', '2', 'blocked'],
    ['pong', '3', undefined],
  ]);
});

test('catching up brings each conversation from the number that the page has, and ends with done', async () => {
  const { server, frames, ask } = await connected([], true);
  const one = (/** @type {string} */ username, /** @type {number} */ head) => ({ peer: { username }, head, membership: { deliveredSeq: 1 } });
  server.answers['GET direct'] = { conversations: [one('bob', 3), one('carol', 2), one('dave', 1)], next: null };
  const whispered = (/** @type {string} */ name, /** @type {number} */ seq) => ({ type: 'private_message', with: name, seq });
  server.answers['GET direct/bob/log'] = { events: [whispered('bob', 3)] };
  server.answers['GET direct/carol/log'] = { events: [whispered('carol', 2)] };
  ask({ type: 'catch_up', since: { bob: 2 }, ref: '1' });
  await settled();
  assert.deepEqual(server.requests, ['GET direct', 'GET direct/bob/log 2', 'GET direct/carol/log 1']);
  assert.deepEqual(types(frames.slice(1)), ['private_message 3', 'caught_up 3', 'private_message 2', 'caught_up 2', 'done']);
});

test('a number that the server never gave makes a gap, and so does a long absence', async () => {
  const { server, frames, ask } = await connected(['~r', '~s']);
  server.answers['GET rooms/~r'] = { head: 4 };
  server.answers['GET rooms/~r/log'] = { events: [] };
  server.answers['GET rooms/~s/log'] = { events: [] };
  ask({ type: 'join_room', room: '~r', since: 9 });
  ask({ type: 'join_room', room: '~s', since: 1 });
  await server.streams[0].says(joined('~r', 4), joined('~s', 20_000));
  const gaps = frames.filter(({ type }) => type === 'gap').map(({ room, from, to }) => [room, from, to]);
  assert.deepEqual(gaps, [['r', 1, 0], ['s', 2, 19_800]]);
});

test('a stream that ends, falls silent or is refused counts as a broken connection', async () => {
  const ended = await connected([]);
  await ended.server.streams[0].ends();
  const silent = await connected([]);
  mock.timers.tick(60_000);
  const out = await connected([]);
  out.server.answers['GET auth/me'] = new Problem({ code: 'unreachable' });
  out.ask({ type: 'ping' });
  await settled();
  assert.deepEqual([ended.closes, silent.closes, out.closes], [[1006], [1006], [1006]]);
  assert.ok([ended, silent, out].every(({ server }) => server.streams[0].signal.aborted));
});

test('joining a room on a running stream answers with the current head', async () => {
  const { server, frames, ask } = await connected(['~r']);
  server.answers['GET rooms/~r/log'] = { events: [posted(2)] };
  await server.streams[0].says(joined('~r', 1), posted(2));
  ask({ type: 'join_room', room: '~r', since: 1 });
  await settled();
  assert.deepEqual(types(frames).slice(-3), ['room_joined', 'new_message 2', 'caught_up 2']);
});

test('an answer that arrives before the stream\'s frame makes no gap', async () => {
  const { server, frames, ask } = await connected(['~r']);
  server.answers['GET rooms/~r'] = { head: 3 };
  ask({ type: 'join_room', room: '~r', since: 3 });
  await server.streams[0].says(joined('~r', 2));
  assert.deepEqual(types(frames).slice(-2), ['room_joined', 'caught_up 3']);
});

test('a room from which the user was removed can be joined again', async () => {
  const { server, ask } = await connected(['~r']);
  await server.streams[0].says(joined('~r', 1), { type: 'banned', room: 'r' });
  ask({ type: 'join_room', room: '~r', since: 1 });
  mock.timers.tick(100);
  await settled();
  assert.deepEqual(server.streams.map(({ rooms }) => rooms), ['~r', '~r']);
});

test('both lines end together and can start again', async () => {
  const { server, feed, closes } = await connected(['~r']);
  const personal = new EventSocket(feed, true);
  mock.timers.tick(1);
  await settled();
  personal.close();
  assert.deepEqual([closes, server.streams[0].signal.aborted], [[1006], true]);
});

test('if missed frames cannot be fetched, the line breaks and tries again', async () => {
  const { server, closes, ask } = await connected(['~r']);
  server.answers['GET rooms/~r/log'] = new Problem({ code: 'unavailable' });
  ask({ type: 'join_room', room: '~r', since: 0 });
  await server.streams[0].says(joined('~r', 1));
  assert.deepEqual(closes, [1006]);
});
