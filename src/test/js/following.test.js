import assert from 'node:assert/strict';
import test from 'node:test';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { Following } from '../../main/webapp/app/uses/following.js';
import { group, room } from './support.js';

/** A page that knows these rooms. The server's lists of rooms come from `answer` and `groups`. */
function page(/** @type {string[]} */ known, /** @type {() => any} */ answer, groups = () => /** @type {any[]} */ ([])) {
  const rooms = new Rooms('ann');
  for (const name of known) rooms.add(named(name));
  /** @type {any[]} */
  const joins = [];
  const connection = { phase: 'open', request: async (/** @type {any} */ frame) => void joins.push(frame) };
  const session = { call: async (/** @type {string} */ _method, /** @type {string} */ path) => (path === 'direct' ? { conversations: groups(), next: null } : { rooms: await answer(), next: null }) };
  const chat = { rooms, connection, session, gone: new Map(), changed: () => undefined };
  return { chat, following: new Following(/** @type {any} */ (chat)), joins, joined: () => joins.map((frame) => frame.room) };
}

const named = (/** @type {string} */ name) => room({ id: `~${name}`, name });
const named6 = ['a', 'b', 'c', 'd', 'e', 'f'];

test('only rooms in the server\'s list are followed, because joining another would undo a removal', async () => {
  const { chat, following, joined } = page(['tea', 'cake'], () => [named('tea')]);
  await following.opened();
  assert.deepEqual(joined(), ['~tea']);
  assert.equal(chat.rooms.find('cake'), undefined);
  assert.equal(following.behind, false);
});

test('rooms without a name are followed like the others, and told who is in them', async () => {
  const { chat, following, joined } = page([], () => [named('tea')], () => [group(['ann', 'bob', 'cem'])]);
  await following.opened();
  assert.deepEqual(joined(), ['~g', '~tea']);
  const state = chat.rooms.find('~g');
  chat.rooms.apply({ type: 'room_joined', room: '~g', id: '~g', role: 'owner', online: [], onlineCount: 1 }, 0);
  assert.equal(state?.room.name, null);
  following.notified(/** @type {any} */ ({ type: 'notification', kind: 'room', room: '~g', id: '~g', update: { ...group(['ann', 'bob']), memberCount: 2 } }));
  assert.deepEqual([state?.room.people?.length, state?.room.memberCount], [2, 2]);
  following.frame(/** @type {any} */ ({ type: 'kicked', room: '~g', by: 'root' }));
  assert.equal(chat.gone.get('~g').name, 'bob');
});

test('no room is followed before the list has loaded, however often that fails', async () => {
  let requests = 0;
  const { chat, following, joined } = page(['tea'], () => {
    requests += 1;
    chat.connection.phase = 'waiting';
    throw new Error('unreachable');
  });
  await following.opened();
  assert.deepEqual([requests, joined()], [1, []]);
  assert.equal(following.behind, true);
});

test('each room is joined once, even if several callers ask at the same time', async () => {
  const { following, joined } = page([], () => named6.map(named));
  await Promise.all([following.opened(), following.refresh(), following.refresh()]);
  assert.deepEqual(joined().sort(), named6.map((name) => `~${name}`));
});

test('changes since the request for the list win over the list', async () => {
  /** @type {(rooms: any[]) => void} */
  let answer = () => undefined;
  const { chat, following } = page(['tea'], () => new Promise((resolve) => (answer = resolve)));
  const listed = following.list();
  await new Promise((resolve) => setImmediate(resolve));
  following.frame(/** @type {any} */ ({ type: 'kicked', room: 'tea', by: 'bob' }));
  Object.assign(chat, { tabs: { tell: () => undefined } });
  await following.joined(/** @type {any} */ (named('cake')));
  answer([named('tea')]);
  await listed;
  assert.deepEqual(chat.rooms.all.map(({ room: { name } }) => name), ['cake']);
  assert.ok(chat.gone.has('~tea'));
});

test('the user\'s own feed says why they were removed, until a list has the room again', async () => {
  const { chat, following } = page(['tea'], () => [named('tea')]);
  following.notified(/** @type {any} */ ({ type: 'notification', kind: 'kicked', room: 'tea', id: '~tea', by: 'bob', reason: 'too loud' }));
  assert.equal(chat.rooms.find('tea'), undefined);
  assert.equal(chat.gone.get('~tea').frame.reason, 'too loud');
  await following.list();
  assert.equal(chat.gone.size, 0);
});

test('a user who is removed while the page joins learns why, even after a refusal', async () => {
  const { chat, following } = page(['tea'], () => []);
  chat.rooms.remove('~tea');
  following.notified(/** @type {any} */ ({ type: 'notification', kind: 'kicked', room: 'tea', id: '~tea', by: 'bob' }));
  assert.deepEqual(chat.gone.get('~tea'), { frame: { type: 'kicked', kind: 'kicked', room: 'tea', id: '~tea', by: 'bob' }, name: 'tea' });
});

test('news of a conversation whose other user is gone goes to the conversations', () => {
  const { chat, following } = page([], () => []);
  /** @type {any[]} */
  const told = [];
  const timeline = { nameless: (/** @type {string} */ name) => void told.push(name) };
  Object.assign(chat, { all: [{ timeline }], conversations: { forsaken: (/** @type {any} */ update) => (told.push(update), 'bob') } });
  following.notified(/** @type {any} */ ({ type: 'notification', kind: 'room', room: '~b', id: '~b', update: { id: '~b', kind: 'direct' } }));
  assert.deepEqual(told, [{ id: '~b', kind: 'direct' }, 'bob']);
});
