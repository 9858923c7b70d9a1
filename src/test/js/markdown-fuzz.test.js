import assert from 'node:assert/strict';
import test from 'node:test';
import { DEPTH } from '../../main/webapp/app/models/markdown-lexer.js';
import { NODES, treeOf } from '../../main/webapp/app/models/markdown.js';

/** @import {Block, Cell, Inline, Item, TableRow} from '../../main/webapp/app/models/markdown.js' */

/** The most that the server accepts. */
const LENGTH = 8000;
/** A list is two levels, its items' text is one more, and emphasis follows. */
const DEEPEST = 3 * DEPTH + 3;
const MARKS = [
  '*', '**', '***', '_', '__', '`', '``', '```', '~~', '~~~', '[', ']', '(', ')', '[a](', '![', '[b](https://c.example/d)', '> ', '>', '- ', '* ', '+ ',
  '1. ', '23) ', '# ', '## ', '|', '|-', '-|', '|a', '---', '===', '\\', '\\*', '<', '<a>', '<!--', '<script>', 'https://e.example/', '@', '&amp;', '[ ] ',
  '[x] ', '[f]: g', '\n', '\n\n', '\n- ', '\n> ', '\n  - ', '\n    ', '\t', ' ', 'h', 'ij ', 'Üß', '山', '👍', '0', '45',
];

/** @param {number} seed @returns {(below: number) => number} the same numbers for the same seed */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * @param {(below: number) => number} random
 * @param {number} parts
 */
const someText = (random, parts) => Array.from({ length: parts }, () => MARKS[random(MARKS.length)]).join('');

/** @param {Block | Inline | Item | TableRow | Cell} node @returns {string} what it shows and where it leads */
function contentOf(node) {
  if (node.type === 'rule') return '';
  if (node.type === 'list') return node.children.map((item) => (node.ordered ? item.number : '') + contentOf(item)).join('');
  const own = node.type === 'codeBlock' ? node.language + node.text : 'text' in node ? node.text : node.type === 'item' && node.done ? 'x' : '';
  const inner = 'children' in node ? node.children.map(contentOf).join('') : '';
  return own + inner + (node.type === 'link' ? decodeURI(node.href) : '');
}

/** @param {string} text @returns {string} its letters and digits; a list's number may lose zeros and count by itself */
const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]/gu, '');

/** @param {{children?: unknown[]}} node @returns {number} */
const depthOf = (node) => 1 + Math.max(0, ...(node.children ?? []).map((child) => depthOf(/** @type {{}} */ (child))));

/** @param {{children?: unknown[]}} node @returns {number} */
const countOf = (node) => (node.children ?? []).reduce((/** @type {number} */ sum, child) => sum + countOf(/** @type {{}} */ (child)), 1);

/** @param {string} body */
function isBounded(body) {
  const tree = { children: treeOf(body) };
  assert.ok(countOf(tree) <= NODES + 1, body.slice(0, 60));
  assert.ok(depthOf(tree) <= DEEPEST, body.slice(0, 60));
}

test('no typed letter is lost, and none changes its place', () => {
  for (let seed = 1; seed <= 3000; seed += 1) {
    const random = randomFrom(seed);
    const body = someText(random, 1 + random(30));
    assert.equal(letters(treeOf(body).map(contentOf).join('')), letters(body), `seed ${seed}: ${JSON.stringify(body)}`);
  }
});

test('no typed digit is lost outside the numbers of lists', () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const random = randomFrom(seed);
    const body = someText(random, 1 + random(30)).replace(/\d[.)]/g, '');
    assert.equal(treeOf(body).map(contentOf).join('').replace(/[^\d]/g, ''), body.replace(/[^\d]/g, ''), `seed ${seed}: ${JSON.stringify(body)}`);
  }
});

test('each mark, repeated through the longest message, makes a tree of bounded size and depth', () => {
  for (const mark of MARKS) for (const next of ['', 'a', ' ', '\n']) isBounded((mark + next).repeat(LENGTH).slice(0, LENGTH));
});

test('random long messages make trees of bounded size and depth', () => {
  for (let seed = 1; seed <= 100; seed += 1) isBounded(someText(randomFrom(seed), LENGTH).slice(0, LENGTH));
});

test('what is nested deeper than the limit is text', () => {
  const tree = treeOf(`${'> '.repeat(20)}a`);
  assert.equal(depthOf({ children: tree }), DEPTH + 3);
  assert.match(tree.map(contentOf).join(''), /^(?:> ){12}a$/);
});

test('a table that asks for more cells than were typed stays text', () => {
  const body = `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(1000)}`;
  assert.equal(treeOf(body)[0].type, 'paragraph');
});
