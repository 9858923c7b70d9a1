import assert from 'node:assert/strict';
import test from 'node:test';
import { MOST_ZOOM, cropOf, moved, squareOf, zoomed } from '../../main/webapp/app/models/crop.js';

test('it begins with the largest square in the middle', () => {
  assert.deepEqual(squareOf(cropOf(900, 600)), { left: 150, top: 0, side: 600 });
  assert.deepEqual(squareOf(cropOf(600, 900)), { left: 0, top: 150, side: 600 });
});

test('the picture follows the hand, so the square goes the other way', () => {
  const left = moved(cropOf(900, 600), -0.1, 0);
  assert.deepEqual(squareOf(left), { left: 210, top: 0, side: 600 });
  assert.deepEqual(squareOf(moved(left, 0.1, 0)), { left: 150, top: 0, side: 600 });
});

test('the square never leaves the picture', () => {
  const wide = cropOf(900, 600);
  assert.equal(squareOf(moved(wide, 9, 9)).left, 0);
  assert.deepEqual(squareOf(moved(wide, -9, -9)), { left: 300, top: 0, side: 600 });
  const corner = moved(zoomed(wide, 2), -9, -9);
  assert.deepEqual(squareOf(corner), { left: 600, top: 300, side: 300 });
  assert.deepEqual(squareOf(zoomed(corner, 1)), { left: 300, top: 0, side: 600 });
});

test('zooming keeps the middle and has an end', () => {
  const crop = zoomed(cropOf(800, 800), 2);
  assert.deepEqual(squareOf(crop), { left: 200, top: 200, side: 400 });
  assert.equal(zoomed(crop, 99).zoom, MOST_ZOOM);
  assert.equal(zoomed(crop, 0).zoom, 1);
});

test('a picture of one pixel can be chosen', () => {
  assert.deepEqual(squareOf(moved(cropOf(1, 1), 1, 1)), { left: 0, top: 0, side: 1 });
});
