import assert from 'node:assert/strict';
import test from 'node:test';
import { Account } from '../../main/webapp/app/uses/account.js';

const END = [0x50, 0x4b, 5, 6, ...Array(18).fill(0)];

/** @param {number[]} octets that the server sends */
function account(octets) {
  /** @type {string[]} */
  const asked = [];
  const session = {
    file: async (/** @type {string} */ path) => {
      asked.push(path);
      return new Blob([new Uint8Array(octets)]);
    },
    deleteAccount: async (/** @type {string} */ password) => void asked.push(password),
  };
  return { account: new Account(/** @type {any} */ ({ session })), asked };
}

test('the download is the whole zip', async () => {
  const { account: mine, asked } = account([1, 2, 3, ...END]);
  assert.equal((await mine.download()).size, 25);
  assert.deepEqual(asked, ['users/me/export']);
});

test('a zip that broke off is a failure, because nobody would see what is missing', async () => {
  for (const octets of [[], [1, 2, 3], END.slice(0, 20), [...END, 9]]) {
    await assert.rejects(account(octets).account.download(), (/** @type {any} */ error) => error.code === 'unreachable');
  }
});

test('the account is deleted with its password', async () => {
  const { account: mine, asked } = account([]);
  await mine.delete('correct-horse');
  assert.deepEqual(asked, ['correct-horse']);
});
