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
  assert.deepEqual(paragraph.type === 'paragraph' && paragraph.children, [{ type: 'text', text: `x${'😀'.repeat(100)}` }]);
});

test('a line counts as a long one, however short it is', () => {
  const [list] = beginningOf(treeOf('- a\n'.repeat(600)), SIZE);
  assert.ok(list.type === 'list' && list.children.length > 16 && list.children.length <= SIZE / 80);
  const [table] = beginningOf(treeOf(`|a|\n|-|\n${'|b|\n'.repeat(300)}`), SIZE);
  assert.ok(table.type === 'table' && table.children.length > 16 && table.children.length <= SIZE / 80);
});

test('names and letters of other scripts take room, and so do lines', () => {
  const lengthOf = (/** @type {string} */ body) => {
    const [paragraph] = beginningOf(treeOf(body), SIZE);
    return paragraph.type === 'paragraph' && paragraph.children[0].type === 'text' ? paragraph.children[0].text.length : 0;
  };
  assert.equal(lengthOf('日本語'.repeat(2000)), (SIZE - 80) / 2);
  assert.ok(lengthOf('@ann '.repeat(1000)) < SIZE / 2);
  assert.ok(lengthOf('a\n'.repeat(1000)) < SIZE / 8);
});

test('what is complete stays the same', () => {
  const tree = treeOf(`# a\n\n- b\n\n${'c'.repeat(500)}`);
  const begun = beginningOf(tree, 300);
  assert.equal(begun.length, 3);
  assert.deepEqual(begun.map((block, at) => block === tree[at]), [true, true, false]);
});

test('code is cut only if it has no colours; it has none if many of its letters are costly', () => {
  const begun = (/** @type {string} */ body) => {
    const [code] = beginningOf(treeOf(body), 180);
    return code.type === 'codeBlock' ? code.begun : '';
  };
  assert.equal(begun(`\`\`\`\n${'b'.repeat(500)}\n\`\`\``), 'b'.repeat(100));
  assert.equal(begun(`\`\`\`js\n${'b'.repeat(500)}\n\`\`\``), undefined);
  assert.equal(begun(`\`\`\`js\n${'語'.repeat(5000)}\n\`\`\``), '語'.repeat(50));
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
