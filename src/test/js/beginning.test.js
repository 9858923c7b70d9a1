import assert from 'node:assert/strict';
import test from 'node:test';
import { beginningOf } from '../../main/webapp/app/models/beginning.js';
import { treeOf } from '../../main/webapp/app/models/markdown.js';

const SIZE = 2400;

test('a short message begins with all of it', () => {
  const tree = treeOf('**a**\n\n- b\n- c\n\n```js\nd\n```');
  assert.equal(beginningOf(tree, SIZE), tree);
});

test('a long text is cut, but never within a character', () => {
  assert.deepEqual(beginningOf(treeOf('x'.repeat(8000)), 480), [{ type: 'paragraph', children: [{ type: 'text', text: 'x'.repeat(400) }] }]);
  const [paragraph] = beginningOf(treeOf(`x${'😀'.repeat(8000)}`), 480);
  assert.deepEqual(paragraph.type === 'paragraph' && paragraph.children, [{ type: 'text', text: `x${'😀'.repeat(199)}` }]);
});

test('a line counts as a long one, however short it is', () => {
  const [list] = beginningOf(treeOf('- a\n'.repeat(600)), SIZE);
  assert.ok(list.type === 'list' && list.children.length > 16 && list.children.length <= SIZE / 80);
  const [table] = beginningOf(treeOf(`|a|\n|-|\n${'|b|\n'.repeat(300)}`), SIZE);
  assert.ok(table.type === 'table' && table.children.length > 16 && table.children.length <= SIZE / 80);
});

test('what is complete stays the same, and code is not cut', () => {
  const tree = treeOf(`# a\n\n\`\`\`\n${'b\n'.repeat(500)}\`\`\`\n\nc`);
  const begun = beginningOf(tree, 100);
  assert.equal(begun.length, 2);
  assert.ok(begun.every((block, at) => block === tree[at]));
});

test('with each piece more the message grows to all of it', () => {
  const tree = treeOf('> - **a** `b`\n\n1. c\n2. d\n\ne\n'.repeat(60));
  let before = 0;
  let size = 0;
  for (let begun = beginningOf(tree, size); begun !== tree; begun = beginningOf(tree, size += 100)) {
    const length = JSON.stringify(begun).length;
    assert.ok(length >= before && size < 100_000);
    before = length;
  }
  assert.ok(size > 1000);
});
