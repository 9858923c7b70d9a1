import assert from 'node:assert/strict';
import test from 'node:test';
import { directionOf } from '../../main/webapp/app/models/direction.js';
import { treeOf } from '../../main/webapp/app/models/markdown.js';
import { stretchesOf } from '../../main/webapp/app/models/stretches.js';

/** @param {string} text */
const lengths = (text) => {
  const stretches = stretchesOf(text);
  assert.equal(stretches.join(''), text);
  return stretches.map(({ length }) => length);
};

test('a text of cheap letters, or of few costly ones, is one stretch', () => {
  assert.deepEqual(stretchesOf(''), ['']);
  for (const text of ['lorem ipsum '.repeat(600), '\u65e5'.repeat(750), 'мир '.repeat(2000)]) assert.deepEqual(stretchesOf(text), [text]);
});

test('a stretch ends at a line break, or else at a space or the end of a sentence, or else anywhere', () => {
  assert.deepEqual(lengths(`${'\u65e5'.repeat(499)}\n\u65e5\n${'\u65e5'.repeat(300)}`), [502, 300]);
  assert.deepEqual(lengths(`${'\u65e5'.repeat(500)} ${'\u65e5'.repeat(150)}\u3002${'\u65e5'.repeat(300)}`), [652, 300]);
  assert.deepEqual(lengths('a\u05d0'.repeat(1500)), [1500, 1500]);
  assert.deepEqual(lengths('@ann '.repeat(400)), [600, 600, 600, 200]);
});

test('no stretch ends within a character', () => {
  for (const one of ['\u{1f600}', '\u{1f469}\u200d\u{1f467}', '\u0915\u094d\u0915', '\u2764\ufe0f']) {
    const stretches = stretchesOf(one.repeat(8000 / one.length));
    assert.ok(stretches.length > 3);
    for (const stretch of stretches) assert.ok(!/^[\p{M}\u200d\ufe0f\udc00-\udfff]/u.test(stretch) && !/[\ud800-\udbff\u200d]$/.test(stretch), one);
  }
});

test('if a text grows, all stretches but the last stay', () => {
  const text = '\u65e5\u672c\u8a9e\u306f '.repeat(1600);
  const all = stretchesOf(text);
  for (let length = 1; length < text.length; length += 777) {
    const begun = stretchesOf(text.slice(0, length)).slice(0, -1);
    assert.deepEqual(begun, all.slice(0, begun.length));
  }
});

test('a block has the direction of its first letter', () => {
  /** @type {[string, string][]} */
  const cases = [['> 1. a', 'ltr'], ['- 1 \u05d0', 'rtl'], ['> **\u0639** a', 'rtl'], ['- [x] a \u05d0', 'ltr'], ['> 1 *2*', 'ltr'], ['|1|\n|-|\n|\u05d0|', 'rtl']];
  for (const [body, direction] of cases) assert.equal(directionOf(treeOf(body)[0]), direction, body);
});
