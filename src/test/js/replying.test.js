import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { Replying } from '../../main/webapp/app/uses/replying.js';
import { message, messages, posted, room } from './support.js';

/** @import {Message} from '../../main/webapp/app/models/wire.js' */

const toFive = { replyTo: { seq: 5, username: 'bob', excerpt: 'm5' } };

/** Ann in a room of which the page holds the messages 50 to 60, and a server that answers when the test says so. */
function ready() {
  /** @type {{path: string, after: number | undefined, answer: (answer: object) => void, refuse: (code: string) => void}[]} */
  const requests = [];
  const session = {
    call: (/** @type {string} */ _method, /** @type {string} */ path, { query = /** @type {any} */ ({}) } = {}) => new Promise((resolve, reject) => {
      requests.push({ path, after: query.after, answer: resolve, refuse: (code) => reject(new Problem({ code })) });
    }),
  };
  const state = new RoomState(room({ head: 60 }), 'ann');
  state.timeline.show({ messages: messages(50, 60), head: 60, hasBefore: true, hasAfter: false });
  state.open = true;
  const replying = new Replying(/** @type {any} */ ({ session, all: [state] }));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const thread = replying.open(state, 5);
  const bodies = () => thread.messages.map(({ body }) => body).join();
  /** @param {Message[]} replies @param {boolean} [hasAfter] */
  const begin = async (replies, hasAfter = false) => {
    requests[0].answer(message(5));
    requests[1].answer({ messages: replies, hasAfter });
    await settled();
  };
  return { replying, state, thread, requests, settled, bodies, begin };
}

const replies = (/** @type {number[]} */ ...seqs) => seqs.map((seq) => message(seq, toFive));

test('the message and its replies are loaded, and other messages are not among them', async () => {
  const { thread, state, requests, bodies, begin } = ready();
  assert.deepEqual(requests.map(({ path }) => path), ['rooms/~r/messages/5', 'rooms/~r/messages/5/replies']);
  await begin(replies(7, 52));
  assert.deepEqual([thread.loaded, thread.stale], [true, false]);
  state.number(posted(61));
  state.number(posted(62, toFive));
  state.number(posted(62, toFive));
  state.number(posted(63, { ...toFive, deleted: true }));
  assert.equal(bodies(), 'm5,m7,m52,m62');
  assert.equal(state.timeline.last, 63);
});

test('what happens to the message and the replies happens in the thread too, also while it loads', async () => {
  const { thread, state, bodies, begin } = ready();
  state.number({ type: 'message_deleted', room: 'r', seq: 61, target: 7, by: 'bob' });
  state.number(posted(62, toFive));
  await begin(replies(7, 52));
  state.number({ type: 'message_edited', room: 'r', seq: 63, target: 5, message: message(5, { body: 'new' }) });
  state.number({ type: 'reaction_added', room: 'r', seq: 64, target: 52, emoji: '👍', username: 'bob', count: 1 });
  assert.equal(bodies(), 'new,,m52,m62');
  assert.equal(thread.find(7)?.deleted, true);
  assert.equal(thread.find(52)?.reactions?.length, 1);
  state.timeline.apply({ type: 'message_deleted', target: 52 });
  assert.equal(state.timeline.held(52)?.deleted, true);
  assert.equal(thread.find(52)?.deleted, true);
});

test('more replies are loaded after the last one, and a live reply waits for them', async () => {
  const { replying, thread, state, requests, settled, bodies, begin } = ready();
  await begin(replies(7, 8), true);
  state.number(posted(61, toFive));
  assert.equal(bodies(), 'm5,m7,m8');
  const ended = replying.toEnd(state, thread);
  assert.equal(requests[2].after, 8);
  requests[2].answer({ messages: replies(9), hasAfter: true });
  await settled();
  assert.equal(requests[3].after, 9);
  requests[3].answer({ messages: replies(61), hasAfter: false });
  await ended;
  assert.equal(bodies(), 'm5,m7,m8,m9,m61');
  await replying.more(state, thread);
  assert.equal(requests.length, 4);
});

test('after a gap the thread is loaded again, also if it was loading', async () => {
  const { replying, thread, state, requests, settled, begin } = ready();
  state.gap({ type: 'gap', room: 'r', from: 61, to: 90 });
  await begin(replies(7));
  assert.deepEqual(requests.slice(2).map(({ path }) => path), ['rooms/~r/messages/5', 'rooms/~r/messages/5/replies']);
  requests[2].answer(message(5));
  requests[3].answer({ messages: replies(80), hasAfter: false });
  await settled();
  assert.deepEqual(thread.replies.map(({ seq }) => seq), [80]);
  thread.forget();
  replying.look(state);
  replying.look(state);
  assert.equal(requests.length, 6);
});

test('what has failed is tried again with the next connection, or when the user asks', async () => {
  const { replying, thread, state, requests, settled } = ready();
  requests[0].refuse('unreachable');
  await settled();
  assert.deepEqual([thread.failure, thread.loaded, thread.stale], ['unreachable', false, true]);
  replying.look(state);
  assert.equal(requests.length, 2);
  replying.opened();
  assert.equal(requests.length, 4);
  requests[2].answer(message(5));
  requests[3].answer({ messages: replies(7), hasAfter: true });
  await settled();
  replying.more(state, thread);
  requests[4].refuse('unavailable');
  await settled();
  assert.equal(thread.failure, 'unavailable');
  replying.again(state, thread);
  assert.equal(requests[5].after, 7);
});

test('a closed thread follows nothing', async () => {
  const { replying, thread, state, bodies, begin } = ready();
  await begin([]);
  const next = replying.open(state, 50);
  replying.close(state, thread);
  assert.equal(state.timeline.thread, next);
  state.number(posted(61, toFive));
  assert.equal(bodies(), 'm5');
  replying.close(state, next);
  assert.equal(state.timeline.thread, null);
});

test('what is written to a thread is kept for this thread alone', () => {
  const { replying, state } = ready();
  replying.keep(state, 5, 'half a repl');
  assert.deepEqual([replying.unsent(state, 5), replying.unsent(state, 6)], ['half a repl', '']);
});
