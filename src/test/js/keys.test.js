import assert from 'node:assert/strict';
import test from 'node:test';
import { labelsOf, pressed } from '../../main/webapp/app/models/keys.js';

/** @param {string} key @param {object} [more] */
const press = (key, more) => ({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

/** On a keyboard that is not a Mac's. @param {import('../../main/webapp/app/models/keys.js').Press} event @param {string} keys */
const typed = (event, keys) => pressed(event, keys, false);

test('exactly the named keys count', () => {
  assert.equal(typed(press('k', { ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(typed(press('K', { ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(typed(press('k', { metaKey: true }), 'Ctrl+K'), false);
  assert.equal(typed(press('k', { ctrlKey: true, metaKey: true }), 'Ctrl+K'), false);
  assert.equal(typed(press('k'), 'Ctrl+K'), false);
  assert.equal(typed(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+K'), false);
  assert.equal(typed(press('K', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+K'), true);
  assert.equal(typed(press('k', { ctrlKey: true, altKey: true }), 'Ctrl+K'), false);
  assert.equal(typed(press('ArrowDown', { altKey: true, shiftKey: true }), 'Alt+ArrowDown'), false);
});

test('on a Mac the Command key counts, and Control is left to the system', () => {
  assert.equal(pressed(press('k', { metaKey: true }), 'Ctrl+K', true), true);
  assert.equal(pressed(press('K', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+K', true), true);
  assert.equal(pressed(press('k', { ctrlKey: true }), 'Ctrl+K', true), false);
  assert.equal(pressed(press('f', { ctrlKey: true }), 'F', true), false);
  assert.equal(pressed(press('f'), 'F', true), true);
});

test('Shift makes no difference where a layout needs it to type a sign', () => {
  assert.equal(typed(press('/', { ctrlKey: true, shiftKey: true }), 'Ctrl+/'), true);
  assert.equal(typed(press('+', { shiftKey: true }), '+'), true);
  assert.equal(typed(press('+'), '+'), true);
});

test('the place of a digit counts, because Shift makes another character of it', () => {
  assert.equal(typed(press('(', { code: 'Digit9', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), true);
  assert.equal(typed(press(')', { code: 'Digit9', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), true);
  assert.equal(typed(press('9', { code: 'Digit9', ctrlKey: true }), 'Ctrl+Shift+9'), false);
  assert.equal(typed(press('(', { code: 'Digit8', ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+9'), false);
});

test('on a keyboard without Latin letters the place of the key counts', () => {
  assert.equal(typed(press('л', { code: 'KeyK', ctrlKey: true }), 'Ctrl+K'), true);
  assert.equal(typed(press('л', { code: 'KeyJ', ctrlKey: true }), 'Ctrl+K'), false);
  assert.equal(typed(press('t', { code: 'KeyK', ctrlKey: true }), 'Ctrl+K'), false);
});

test('keys are labelled as on the user\'s keyboard', () => {
  assert.deepEqual(labelsOf('Ctrl+Shift+K', { Ctrl: 'Strg' }, false), ['Strg', 'Shift', 'K']);
  assert.deepEqual(labelsOf('Ctrl+Shift+K', { Ctrl: 'Strg' }, true), ['⌘', '⇧', 'K']);
  assert.deepEqual(labelsOf('Alt+ArrowUp', {}, false), ['Alt', '↑']);
  assert.deepEqual(labelsOf('+', {}, false), ['+']);
});
