import assert from 'node:assert/strict';
import test from 'node:test';
import { chosen, endOf, filesOf, fitted, kindOf, nameOf, sizeOf, wordsFor } from '../../main/webapp/app/models/attached.js';

/** @param {string} name @param {Partial<import('../../main/webapp/app/models/wire.js').Attachment>} [more] */
const file = (name, more) => ({ id: name, name, type: 'text/plain', size: 1, url: `api/attachments/${name}`, ...more });
const picture = (/** @type {string} */ name) => file(name, { type: 'image/png', width: 2, height: 1, thumbnailUrl: 't' });

test('files that are too large or too many are left, each for its reason', () => {
  const { taken, left } = chosen([file('a', { size: 10 }), file('b', { size: 11 }), file('c'), file('d')], 8, { attachment: 10, attachments: 10 });
  assert.deepEqual([taken.map(({ name }) => name), left], [['a', 'c'], [{ name: 'b', reason: 'tooLarge' }, { name: 'd', reason: 'tooMany' }]]);
});

test('files for which no room is left are left out, and smaller ones are taken', () => {
  const { taken, left } = chosen([file('a', { size: 3 }), file('b', { size: 3 }), file('c', { size: 2 })], 0, { attachment: 10, attachments: 10 }, 5);
  assert.deepEqual([taken.map(({ name }) => name), left], [['a', 'c'], [{ name: 'b', reason: 'noSpace' }]]);
});

test('a name is shown as the server will show it', () => {
  assert.equal(nameOf('../a\\b\u202egnp.exe\n'), '.._a_b_gnp.exe_');
  assert.equal(nameOf(' \u2028 '), '_');
  assert.equal(nameOf('  '), 'file');
  assert.equal(nameOf('u\u0308.txt'), '\u00fc.txt');
  assert.equal(nameOf(`${'🙂'.repeat(300)}.txt`), `${'🙂'.repeat(196)}.txt`);
  assert.equal(nameOf(`a.${'x'.repeat(300)}`), `a.${'x'.repeat(198)}`);
  assert.deepEqual(['a.tar.gz', '.profile', 'a', `a.${'x'.repeat(20)}`].map(endOf), ['.gz', '', '', '']);
});

test('a picture keeps its shape on the page, and a finger can hit it', () => {
  assert.deepEqual(fitted({ width: 200, height: 100 }), { width: 200, height: 100 });
  assert.deepEqual(fitted({ width: 3600, height: 1800 }), { width: 360, height: 180 });
  assert.deepEqual(fitted({ width: 1000, height: 3200 }), { width: 100, height: 320 });
  assert.deepEqual(fitted({ width: 2, height: 5000 }), { width: 44, height: 320 });
});

test('the kind of a file is what a browser can do with it', () => {
  assert.equal(kindOf(picture('a')), 'picture');
  assert.equal(kindOf(file('a', { type: 'image/png' })), 'file');
  assert.equal(kindOf(file('a', { type: 'audio/ogg' })), 'audio');
  assert.equal(kindOf(file('a', { type: 'audio/midi' })), 'file');
  assert.equal(kindOf(file('a', { type: 'video/webm' })), 'video');
});

test('sizes have few figures', () => {
  assert.deepEqual([0, 999, 1024, 1536, 10 * 1024 * 1024, 1023 * 1024].map((size) => sizeOf(size, 'en')), ['0 bytes', '999 bytes', '1 kB', '1.5 kB', '10 MB', '1 MB']);
});

test('files without text are named by what they are', () => {
  assert.equal(wordsFor(filesOf([])), null);
  assert.equal(wordsFor(filesOf([picture('a')]))?.key, 'files.picture');
  assert.equal(wordsFor(filesOf([picture('a'), picture('b')]))?.key, 'files.pictures');
  assert.deepEqual(wordsFor(filesOf([file('a.txt')])), { key: 'files.file', values: { name: 'a.txt' } });
  assert.deepEqual(wordsFor(filesOf([file('a.txt'), picture('b')])), { key: 'files.andMore', values: { name: 'a.txt', count: 1 } });
});
