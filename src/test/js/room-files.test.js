import assert from 'node:assert/strict';
import test from 'node:test';
import { RoomFiles } from '../../main/webapp/app/uses/room-files.js';

const whole = new Blob([new Uint8Array([1, 2, 3, 0x50, 0x4b, 5, 6, ...new Array(18).fill(0)])]);
const cut = new Blob([new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(40).fill(0)])]);

/** @param {Record<string, Function>} session */
function page(session) {
  /** @type {string[]} */
  const joined = [];
  const chat = { session, following: { joined: async (/** @type {any} */ room) => (joined.push(room.name), { room }) } };
  return { joined, files: new RoomFiles(/** @type {any} */ (chat)) };
}

test('a room is downloaded as a whole, or it is an error', async () => {
  /** @type {string[]} */
  const asked = [];
  const blobs = [whole, cut];
  const { files } = page({ file: async (/** @type {string} */ path) => (asked.push(path), blobs.shift()) });
  const state = /** @type {any} */ ({ path: 'rooms/~r' });
  assert.equal(await files.download(state), whole);
  await assert.rejects(files.download(state), { code: 'unreachable' });
  assert.deepEqual(asked, ['rooms/~r/export', 'rooms/~r/export']);
});

test('a file becomes a room that is opened, and tells how much of it is sent', async () => {
  /** @type {any[]} */
  const sent = [];
  const { files, joined } = page({
    upload: async (/** @type {string} */ path, /** @type {File} */ file, /** @type {string} */ name, /** @type {any} */ { fields, progress }) => {
      sent.push([path, file.name, name, fields]);
      // The body is longer than the file.
      [2, 4, 900].forEach(progress);
      return { name: 'tea' };
    },
  });
  const file = new File(['1234'], 'tea.zip');
  /** @type {number[]} */
  const shares = [];
  const { signal } = new AbortController();
  assert.equal((await files.make(file, '', signal, (share) => shares.push(share))).room.name, 'tea');
  await files.make(file, 'cake', signal, () => undefined);
  assert.deepEqual(shares, [0.5, 1, 1]);
  assert.deepEqual(sent, [['rooms/import', 'tea.zip', 'tea.zip', {}], ['rooms/import', 'tea.zip', 'tea.zip', { name: 'cake' }]]);
  assert.deepEqual(joined, ['tea', 'tea']);
});
