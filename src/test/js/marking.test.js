import assert from 'node:assert/strict';
import test from 'node:test';
import { toggledBlock, toggledLines } from '../../main/webapp/app/models/line-marks.js';
import { linked } from '../../main/webapp/app/models/link-marks.js';
import { toggled, toggledCode } from '../../main/webapp/app/models/marking.js';
import { after } from './selecting.js';

/** @import {Mark} from './selecting.js' */

/** @param {string} sign @returns {Mark} */
const sign = (sign) => (text, from, to) => toggled(text, from, to, sign);
const bold = sign('**');
const italic = sign('*');
/** @type {Mark} */
const quote = (text, from, to) => toggledLines(text, from, to, '> ', '>');
/** @type {Mark} */
const list = (text, from, to) => toggledLines(text, from, to, '- ', '');

/**
 * Marking puts the text so, and marking again takes it back.
 * @param {string} typed
 * @param {Mark} mark
 * @param {string} marked
 */
function toggles(typed, mark, marked) {
  assert.equal(after(typed, mark), marked);
  assert.equal(after(marked, mark), typed);
}

test('marks go around the selection, and away again', () => {
  toggles('a «b» c', bold, 'a **«b»** c');
  toggles('«»', toggledCode, '`«»`');
  toggles('«b»', sign('~~'), '~~«b»~~');
});

test('bold and italic do not take each other away', () => {
  toggles('**«b»**', italic, '***«b»***');
  toggles('*«b»*', bold, '***«b»***');
});

test('marks go away if they are selected too', () => {
  assert.equal(after('a «**b**» c', bold), 'a «b» c');
  assert.equal(after('«***b***»', bold), '«*b*»');
  assert.equal(after('«***b***»', italic), '«**b**»');
  assert.equal(after('«**b**»', italic), '*«**b**»*');
  assert.equal(after('«*a* and *b*»', italic), '*«*a* and *b*»*');
  assert.equal(after('«**»', bold), '**«**»**');
});

test('spaces at the ends of the selection stay outside', () => {
  assert.equal(after('a« b »c', bold), 'a **«b»** c');
  assert.equal(after('a«  »c', bold), 'a**«»**  c');
});

test('code with backticks gets a longer mark', () => {
  toggles('«a`b»', toggledCode, '``«a`b»``');
  assert.equal(after('«`a`»', toggledCode), '«a»');
  assert.equal(after('«``a`b``»', toggledCode), '«a`b»');
});

test('a quote or a list takes all lines that the selection touches', () => {
  toggles('a\n«b\nc»\nd', quote, 'a\n«> b\n> c»\nd');
  toggles('«b\n\nc»', quote, '«> b\n>\n> c»');
  toggles('«b\n\nc»', list, '«- b\n\n- c»');
  assert.equal(after('a«b\nc\n»d', list), '«- ab\n- c»\nd');
  assert.equal(after('«- a\nb»', list), '«- - a\n- b»');
});

test('without a selection the line of the caret is marked, and the caret stays with its letters', () => {
  toggles('a\nb«»c', quote, 'a\n> b«»c');
  toggles('«»', list, '- «»');
  assert.equal(after('«»\na', list), '- «»\na');
  assert.equal(after('-« »a', list), '«a»');
});

test('a code block stands on lines of its own', () => {
  toggles('«»', toggledBlock, '```\n«»\n```');
  toggles('a\n«b\nc»\nd', toggledBlock, 'a\n```\n«b\nc»\n```\nd');
  assert.equal(after('a «b» c', toggledBlock), 'a \n```\n«b»\n```\n c');
  assert.equal(after('«b\n»c', toggledBlock), '```\n«b\n»```\nc');
  assert.equal(after('«```js\nb\n```»', toggledBlock), '«b»');
  assert.equal(after('```js\n«b»\n```', toggledBlock), '«b»');
});

test('a fence in a code block does not end it, and the end of another block is no beginning', () => {
  assert.equal(after('«```\nb»', toggledBlock), '````\n«```\nb»\n````');
  assert.equal(after('```\na\n```\n«b»\n```\nc\n```', toggledBlock), '```\na\n```\n```\n«b»\n```\n```\nc\n```');
});

test('a link gets the selection as its label, and loses its address again', () => {
  assert.equal(after('a «b c» d', linked), 'a [b c](«https://») d');
  assert.equal(after('«»', linked), '[«»](https://)');
  assert.equal(after('«https://a.example/b»', linked), '[«»](https://a.example/b)');
  assert.equal(after('[«b»](https://a.example/c_(d)) e', linked), '«b» e');
  assert.equal(after('«[b](https://a.example)»', linked), '«b»');
});

test('what cannot be a label stays as it is', () => {
  for (const label of ['a\nb', 'a]b', '[a', 'a\\', 'a`b', 'see https://a.example']) assert.equal(after(`«${label}»`, linked), null, label);
  assert.equal(after('«`a`»', linked), '[`a`](«https://»)');
});
