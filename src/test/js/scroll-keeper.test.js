import assert from 'node:assert/strict';
import test from 'node:test';
import { ScrollKeeper } from '../../main/webapp/app/components/timeline/scroll-keeper.js';

/** A box of 100 pixels and rows of these heights. Its edges are at 0 and 100. */
function ready(/** @type {number[]} */ ...heights) {
  const rows = heights.map((_, at) => ({
    isConnected: true,
    /** @returns {{top: number, bottom: number, height: number}} */
    getBoundingClientRect: () => {
      const top = heights.slice(0, at).reduce((sum, height) => sum + height, 0) - box.scrollTop;
      return { top, bottom: top + heights[at], height: heights[at] };
    },
  }));
  let top = 0;
  const box = {
    clientHeight: 100,
    get scrollHeight() {
      return heights.reduce((sum, height) => sum + height, 0);
    },
    get scrollTop() {
      return top;
    },
    set scrollTop(value) {
      top = Math.max(0, Math.min(value, this.scrollHeight - 100));
    },
    getBoundingClientRect: () => ({ top: 0, bottom: 100 }),
    querySelectorAll: () => rows,
  };
  const keeper = new ScrollKeeper(() => /** @type {any} */ (box), () => false);
  const grow = (/** @type {number} */ at, /** @type {number} */ by) => keeper.grow(/** @type {any} */ (rows[at]), () => (heights[at] += by));
  const changes = (/** @type {() => void} */ change) => {
    const anchor = keeper.before();
    change();
    keeper.after(anchor);
  };
  return { keeper, box, rows, heights, grow, changes };
}

test('at the end the view follows new rows', () => {
  const { keeper, box, heights, changes } = ready(80, 80);
  keeper.toEnd();
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 110);
});

test('a change does not throw the user back to the end before the browser has told of their scroll', () => {
  const { keeper, box, heights, changes } = ready(80, 80, 80);
  keeper.toEnd();
  box.scrollTop = 20;
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 20);
  assert.equal(keeper.atEnd, false);
});

test('what grows before the browser tells of the own move to the end leaves the view at the end', () => {
  const { keeper, box, heights, changes } = ready(80, 80);
  keeper.toEnd();
  heights[1] += 40;
  keeper.look();
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 150);
  box.scrollTop = 0;
  keeper.look();
  assert.equal(keeper.atEnd, false);
});

test('who is led to a row far above the end is not at the end, even if nothing had to move', () => {
  const { keeper, rows } = ready(80, 80, 80);
  keeper.to(/** @type {any} */ (rows[0]), 0);
  assert.equal(keeper.atEnd, false);
});

test('rows that become shorter leave the view at the end', () => {
  const { keeper, box, heights, changes } = ready(80, 80, 80);
  keeper.toEnd();
  heights[0] = 10;
  box.scrollTop += 0;
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 120);
});

test('a row that grows while the user reads it stays, although the next one is on the screen too', () => {
  const { keeper, box, grow } = ready(200, 80);
  box.scrollTop = 120;
  keeper.look();
  grow(0, 300);
  assert.equal(box.scrollTop, 120);
});

test('a row that grows above the screen moves nothing on it', () => {
  const { keeper, box, grow } = ready(200, 80, 80);
  box.scrollTop = 210;
  keeper.look();
  grow(0, 300);
  assert.equal(box.scrollTop, 510);
});

test('the view does not follow a row that grows at the end, but goes on following new ones after it', () => {
  const { keeper, box, heights, grow, changes } = ready(50, 200);
  keeper.toEnd();
  grow(1, 300);
  assert.equal(box.scrollTop, 150);
  assert.equal(keeper.atEnd, false);
  grow(0, 10);
  keeper.toEnd();
  grow(0, 10);
  assert.equal(keeper.atEnd, true);
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 520);
});
