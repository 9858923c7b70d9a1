import assert from 'node:assert/strict';
import test from 'node:test';
import { plain, treeOf } from '../../main/webapp/app/models/markdown.js';

const text = (/** @type {string} */ words) => ({ type: 'text', text: words });
const paragraph = (/** @type {(string | object)[]} */ ...children) => ({ type: 'paragraph', children: children.map((one) => (typeof one === 'string' ? text(one) : one)) });
const marked = (/** @type {string} */ type, /** @type {string} */ words) => ({ type, children: [text(words)] });

/**
 * @param {string} body
 * @param {...object} blocks
 */
const shows = (body, ...blocks) => assert.deepEqual(treeOf(body), blocks, body);

test('emphasis in its four forms', () => {
  shows('**a** and *b* ~~c~~ `d`', paragraph(marked('strong', 'a'), ' and ', marked('emphasis', 'b'), ' ', marked('strike', 'c'), ' ', { type: 'code', text: 'd' }));
  shows('__a__ _b_', paragraph(marked('strong', 'a'), ' ', marked('emphasis', 'b')));
  shows('**_a_**', paragraph({ type: 'strong', children: [marked('emphasis', 'a')] }));
  shows('**a *b***', paragraph({ type: 'strong', children: [text('a '), marked('emphasis', 'b')] }));
});

for (const body of ['a_b_c', '2 * 3 * 4', '~5 to ~10', '-', '>', '#', '#general', '1.', '```', '+1 for this', 'one\n\n\n  two   three', '    indented', 'C:\\dir\\n', '\\\\server\\share', '@_ann_ and @b_', '*️⃣*️⃣', '[x]: https://a.example', 'Title\n=====', '<b>x</b>\n<div>\ny', '&lt;b&gt; &amp;', '**a', 'a |b\n|-', '| a |\n|---|\n| 1 | 2 |']) {
  test(`${JSON.stringify(body)} has no marks and stays as it was typed`, () => {
    shows(body, paragraph(body));
    assert.equal(plain(body), body.trim());
  });
}

test('a backslash takes the meaning from a mark, and no other backslash goes', () => {
  shows('\\*a\\* \\`b\\` C:\\new \\d+ **x**', paragraph('*a* `b` C:\\new \\d+ ', marked('strong', 'x')));
  shows('\\# a\n1\\. b\n\\- c \\- d **x**', paragraph('# a\n1. b\n- c \\- d ', marked('strong', 'x')));
});

test('a code block keeps its text, and its language', () => {
  shows('```js\n*a*\n\n  b\n```\nc', { type: 'codeBlock', text: '*a*\n\n  b', language: 'js' }, paragraph('c'));
  shows('~~~\na', { type: 'codeBlock', text: 'a', language: '' });
});

test('a quote ends with its last sign, and the answer follows', () => {
  shows('> a\n> > b\nc', { type: 'quote', children: [paragraph('a'), { type: 'quote', children: [paragraph('b')] }] }, paragraph('c'));
});

test('lists are nested, and their numbers are as typed', () => {
  const item = (/** @type {number} */ number, /** @type {object[]} */ children, /** @type {boolean | null} */ done = null) => ({ type: 'item', number, done, children });
  shows('- a\n  3. b\n  5. c', { type: 'list', ordered: false, children: [item(0, [paragraph('a'), { type: 'list', ordered: true, children: [item(3, [paragraph('b')]), item(5, [paragraph('c')])] }])] });
  shows('1. a\n1. b', { type: 'list', ordered: true, children: [item(1, [paragraph('a')]), item(2, [paragraph('b')])] });
  shows('- [x] a\n- [ ] b', { type: 'list', ordered: false, children: [item(0, [paragraph('a')], true), item(0, [paragraph('b')], false)] });
});

test('a table has cells, and a heading and a rule are blocks', () => {
  const cell = (/** @type {string} */ words, /** @type {string | null} */ align = null) => ({ type: 'cell', align, children: [text(words)] });
  shows('| a | b |\n|---|--:|\n| 1 | 2 |', { type: 'table', children: [{ type: 'row', children: [cell('a'), cell('b', 'right')] }, { type: 'row', children: [cell('1'), cell('2', 'right')] }] });
  shows('# a\n\n---\nb', marked('heading', 'a'), { type: 'rule' }, paragraph('b'));
});

test('links go to safe addresses only, and an image is a link', () => {
  const link = (/** @type {string} */ href, /** @type {string} */ words) => ({ type: 'link', href, children: [text(words)] });
  shows('[a](https://a.example/b_c_(d))', paragraph(link('https://a.example/b_c_(d)', 'a')));
  shows('![a](https://a.example/x.png) [b](mailto:b@b.example)', paragraph(link('https://a.example/x.png', 'a'), ' ', link('mailto:b@b.example', 'b')));
  for (const body of ['[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](data:text/html,x)', '[a](//b.example)', '[a](b)', '![a](blob:x)']) shows(body, paragraph(body));
});

test('a link that shows another address than its own is shown as typed', () => {
  const body = '[https://bank.example](https://evil.example)';
  shows(body, paragraph(body));
});

test('the characters of an address are no marks', () => {
  shows('https://a.example/a_b_*c* **d**', paragraph('https://a.example/a_b_*c* ', marked('strong', 'd')));
});

test('previews have the text without the marks', () => {
  assert.equal(plain('# A\n**b** [c](https://c.example)\n> d\n\n- e\n- [x] f\n\n3. g\n\n```js\nh()\n```'), 'A\nb c\nd\n• e\n☑ f\n3. g\nh()');
  assert.equal(plain('| a | b |\n|---|---|\n| 1 | 2 |'), 'a, b\n1, 2');
  assert.equal(plain('---'), '---');
});

test('words with underscores do not use up the searches for real marks', () => {
  const tree = treeOf(`${'snake_case_name '.repeat(300)}**a**`);
  assert.deepEqual(tree[0], paragraph('snake_case_name '.repeat(300), marked('strong', 'a')));
});

test('a text has the same tree each time', () => assert.equal(treeOf('**a**'), treeOf('**a**')));

test('the plain form of a text is made once: each row has it in its label, and is drawn again with each new message', () => {
  const body = '**a** long text';
  const tree = treeOf(body);
  assert.equal(plain(body), 'a long text');
  tree.length = 0;
  assert.equal(plain(body), 'a long text');
});
