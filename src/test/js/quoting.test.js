import assert from 'node:assert/strict';
import test from 'node:test';
import { withQuotation } from '../../main/webapp/app/models/quoting.js';
import { Swipe } from '../../main/webapp/app/models/swipe.js';

test('a part of a message becomes a quotation after what is written already', () => {
  assert.equal(withQuotation('one', ''), '> one\n\n');
  assert.equal(withQuotation(' one\n\ntwo\n', 'I think: \n'), 'I think:\n\n> one\n>\n> two\n\n');
});

const onPage = { width: 400, rtl: false };

/** @param {Swipe} swipe @param {[number, number][]} places */
const moved = (swipe, ...places) => places.map(([x, y]) => swipe.move({ x, y }));

test('a swipe to the side is far enough from a certain distance on, and can be taken back', () => {
  const swipe = new Swipe({ x: 100, y: 300 }, onPage);
  moved(swipe, [105, 300], [130, 305]);
  assert.deepEqual([swipe.begun, swipe.by, swipe.far], [true, 30, false]);
  moved(swipe, [190, 340]);
  assert.deepEqual([swipe.by, swipe.far], [80, true]);
  moved(swipe, [120, 340]);
  assert.equal(swipe.far, false);
  moved(swipe, [20, 340]);
  assert.equal(swipe.by, 0);
});

test('scrolling wins, and the edge belongs to the browser', () => {
  const scrolling = new Swipe({ x: 100, y: 300 }, onPage);
  assert.deepEqual(moved(scrolling, [104, 312], [300, 312]), [false, false]);
  assert.equal(scrolling.far, false);
  assert.deepEqual(moved(new Swipe({ x: 10, y: 300 }, onPage), [200, 300]), [false]);
  assert.deepEqual(moved(new Swipe({ x: 390, y: 300 }, onPage), [395, 300]), [true]);
});

test('from right to left it is the other way round', () => {
  const swipe = new Swipe({ x: 200, y: 300 }, { width: 400, rtl: true });
  moved(swipe, [130, 300]);
  assert.equal(swipe.far, true);
  moved(swipe, [280, 300]);
  assert.equal(swipe.by, 0);
  assert.deepEqual(moved(new Swipe({ x: 390, y: 300 }, { width: 400, rtl: true }), [100, 300]), [false]);
});
