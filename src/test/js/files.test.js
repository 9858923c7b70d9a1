import assert from 'node:assert/strict';
import test from 'node:test';
import { takeFiles } from '../../main/webapp/app/lib/files.js';

const target = new EventTarget();
Object.assign(globalThis, { window: target });
/** @type {{files: string[], folders: string[]}[]} */
let taken = [];
let over = false;
takeFiles({ take: ({ files, folders }) => taken.push({ files: files.map(({ name }) => name), folders }), over: (yes) => (over = yes) });

test.beforeEach(() => (taken = []));

/** @param {string} type @param {Record<string, unknown>} more */
function happen(type, more) {
  const event = Object.assign(new Event(type, { cancelable: true }), more);
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

/** @param {string[]} types @param {string[]} names @param {string} [text] */
const data = (types, names, text = '') => ({ types, files: names.map((name) => ({ name })), items: names.map((name) => ({ webkitGetAsEntry: () => ({ name, isDirectory: name === 'folder' }) })), getData: () => text });

test('a dropped file does not open, and is taken; a folder is not', () => {
  assert.equal(happen('dragover', { dataTransfer: data(['Files'], []) }), true);
  assert.deepEqual([over, taken], [true, []]);
  assert.equal(happen('drop', { dataTransfer: data(['Files'], ['a.txt', 'folder']) }), true);
  assert.deepEqual([over, taken], [false, [{ files: ['a.txt'], folders: ['folder'] }]]);
});

test('the page knows when files leave it again', () => {
  happen('dragover', { dataTransfer: data(['Files'], []) });
  happen('dragleave', { relatedTarget: {} });
  assert.equal(over, true);
  happen('dragleave', { relatedTarget: null });
  assert.equal(over, false);
});

test('dropped text is left to the browser', () => {
  assert.equal(happen('dragover', { dataTransfer: data(['text/plain'], []) }), false);
  assert.equal(happen('drop', { dataTransfer: data(['text/plain'], []) }), false);
  assert.deepEqual(taken, []);
});

test('pasted files are taken, also with their names as text, but not text with a picture of itself', () => {
  assert.equal(happen('paste', { clipboardData: data(['Files'], ['image.png']) }), true);
  assert.equal(happen('paste', { clipboardData: data(['text/plain', 'Files'], ['a.txt', 'b.txt'], 'a.txt\rb.txt') }), true);
  assert.deepEqual(taken.map(({ files }) => files), [['image.png'], ['a.txt', 'b.txt']]);
  assert.equal(happen('paste', { clipboardData: data(['text/plain', 'text/html', 'Files'], ['image.png'], 'words') }), false);
  assert.equal(happen('paste', { clipboardData: data(['text/plain', 'Files'], ['image.png'], 'words') }), false);
  assert.equal(happen('paste', { clipboardData: data(['text/plain'], [], 'words') }), false);
  assert.equal(taken.length, 2);
});
