import assert from 'node:assert/strict';
import test from 'node:test';
import { refuseFiles } from '../../main/webapp/app/lib/files.js';

const target = new EventTarget();
Object.assign(globalThis, { window: target });
let refused = 0;
refuseFiles(() => (refused += 1));

/** @param {string} type @param {Record<string, unknown>} more */
function happen(type, more) {
  const event = Object.assign(new Event(type, { cancelable: true }), more);
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test('a dropped file does not open, and the user is told', () => {
  assert.equal(happen('dragover', { dataTransfer: { types: ['Files'] } }), true);
  assert.equal(refused, 0);
  assert.equal(happen('drop', { dataTransfer: { types: ['Files'] } }), true);
  assert.equal(refused, 1);
});

test('dropped text is left to the browser', () => {
  assert.equal(happen('dragover', { dataTransfer: { types: ['text/plain'] } }), false);
  assert.equal(happen('drop', { dataTransfer: { types: ['text/plain'] } }), false);
  assert.equal(refused, 1);
});

test('a pasted picture is refused, but not text that comes with a picture of itself', () => {
  happen('paste', { clipboardData: { types: ['Files'] } });
  assert.equal(refused, 2);
  happen('paste', { clipboardData: { types: ['text/plain', 'text/html', 'Files'] } });
  happen('paste', { clipboardData: { types: ['text/plain'] } });
  assert.equal(refused, 2);
});
