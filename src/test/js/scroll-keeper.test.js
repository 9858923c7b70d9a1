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
  const changes = (/** @type {() => void} */ change) => {
    const anchor = keeper.before();
    change();
    keeper.after(anchor);
  };
  return { keeper, box, heights, changes };
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

test('rows that become shorter leave the view at the end', () => {
  const { keeper, box, heights, changes } = ready(80, 80, 80);
  keeper.toEnd();
  heights[0] = 10;
  box.scrollTop += 0;
  changes(() => heights.push(50));
  assert.equal(box.scrollTop, 120);
});
