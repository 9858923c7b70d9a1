import assert from 'node:assert/strict';
import test from 'node:test';
import { Swipe } from '../../main/webapp/app/models/swipe.js';

/** A finger that comes down at 100, 100. */
const down = (page = {}) => new Swipe({ x: 100, y: 100 }, { width: 390, rtl: false, ...page });

/**
 * @param {Swipe} swipe
 * @param {[number, number][]} places
 */
const moves = (swipe, ...places) => places.map(([x, y]) => swipe.move({ x, y }));

test('a finger that moves far enough along the text replies', () => {
  const swipe = down();
  assert.deepEqual(moves(swipe, [120, 102], [163, 108]), [true, true]);
  assert.equal(swipe.far, false);
  moves(swipe, [164, 108]);
  assert.equal(swipe.far, true);
});

test('a finger that comes back does not reply', () => {
  const swipe = down();
  moves(swipe, [180, 100], [110, 100]);
  assert.equal(swipe.far, false);
  assert.equal(swipe.by, 10);
});

test('a finger that trembles has not begun', () => {
  const swipe = down();
  assert.deepEqual(moves(swipe, [105, 103], [108, 95]), [true, true]);
  assert.equal(swipe.begun, false);
  assert.equal(swipe.by, 0);
});

test('a finger that goes up or down first scrolls, wherever it goes afterwards', () => {
  const swipe = down();
  assert.deepEqual(moves(swipe, [104, 120], [190, 120]), [false, false]);
  assert.equal(swipe.far, false);
});

test('a finger that has begun sideways may go up and down', () => {
  const swipe = down();
  assert.deepEqual(moves(swipe, [115, 100], [170, 190]), [true, true]);
  assert.equal(swipe.far, true);
});

test('a finger against the direction of reading does nothing', () => {
  const swipe = down();
  moves(swipe, [20, 100]);
  assert.equal(swipe.by, 0);
  assert.equal(swipe.far, false);
});

test('from right to left the direction of reading is the other one', () => {
  const swipe = down({ rtl: true });
  moves(swipe, [30, 100]);
  assert.equal(swipe.far, true);
});

test('a message follows the finger only so far', () => {
  const swipe = down();
  moves(swipe, [380, 100]);
  assert.equal(swipe.by, 80);
});

test('the edge, where the browser goes back a page, is left alone', () => {
  for (const [x, rtl] of /** @type {[number, boolean][]} */ ([[23, false], [367, true]])) {
    const swipe = new Swipe({ x, y: 100 }, { width: 390, rtl });
    assert.equal(swipe.move({ x: rtl ? x - 90 : x + 90, y: 100 }), false);
    assert.equal(swipe.far, false);
  }
  const within = new Swipe({ x: 24, y: 100 }, { width: 390, rtl: false });
  within.move({ x: 114, y: 100 });
  assert.equal(within.far, true);
});
