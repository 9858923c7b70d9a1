import assert from 'node:assert/strict';
import test from 'node:test';
import { labelsOf, pressed } from '../../main/webapp/app/models/keys.js';

/** @param {string} key @param {object} [more] */
const press = (key, more) => ({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

test('exactly the named keys count', () => {
  assert.equal(pressed(press('k', { ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(pressed(press('K', { ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(pressed(press('k', { metaKey: true }), 'Ctrl+K'), true);
  assert.equal(pressed(press('k'), 'Ctrl+K'), false);
  assert.equal(pressed(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+K'), false);
  assert.equal(pressed(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+K'), true);
  assert.equal(pressed(press('k', { ctrlKey: true, altKey: true }), 'Ctrl+K'), false);
  assert.equal(pressed(press('ArrowDown', { altKey: true, shiftKey: true }), 'Alt+ArrowDown'), false);
});

test('Shift makes no difference where a layout needs it to type a sign', () => {
  assert.equal(pressed(press('/', { ctrlKey: true, shiftKey: true }), 'Ctrl+/'), true);
  assert.equal(pressed(press('+', { shiftKey: true }), '+'), true);
  assert.equal(pressed(press('+'), '+'), true);
});

test('the place of a digit counts, because Shift makes another character of it', () => {
  assert.equal(pressed(press('(', { code: 'Digit9', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), true);
  assert.equal(pressed(press(')', { code: 'Digit9', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), true);
  assert.equal(pressed(press('9', { code: 'Digit9', ctrlKey: true }), 'Ctrl+Shift+9'), false);
  assert.equal(pressed(press('(', { code: 'Digit8', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), false);
});

test('on a keyboard without Latin letters the place of the key counts', () => {
  assert.equal(pressed(press('л', { code: 'KeyK', ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(pressed(press('л', { code: 'KeyJ', ctrlKey: true }), 'Ctrl+K'), false);
  assert.equal(pressed(press('t', { code: 'KeyK', ctrlKey: true }), 'Ctrl+K'), false);
});

test('keys are labelled as on the user\'s keyboard', () => {
  assert.deepEqual(labelsOf('Ctrl+Shift+K', { Ctrl: 'Strg' }, false), ['Strg', 'Shift', 'K']);
  assert.deepEqual(labelsOf('Ctrl+Shift+K', { Ctrl: 'Strg' }, true), ['⌘', '⇧', 'K']);
  assert.deepEqual(labelsOf('Alt+ArrowUp', {}, false), ['Alt', '↑']);
  assert.deepEqual(labelsOf('+', {}, false), ['+']);
});
