import assert from 'node:assert/strict';
import test from 'node:test';
import { pastedLink } from '../../main/webapp/app/models/link-marks.js';
import { treeOf } from '../../main/webapp/app/models/markdown.js';
import { mayBecomeBlock, stillThere } from '../../main/webapp/app/models/pasting.js';
import { after } from './selecting.js';

/**
 * @param {string} typed
 * @param {string} pasted
 */
const afterPaste = (typed, pasted) => after(typed, (text, from, to) => pastedLink(text, from, to, pasted));

test('an address that is pasted over words makes a link of them', () => {
  assert.equal(afterPaste('see «the page» now', 'https://a.example/b'), 'see [the page](https://a.example/b)«» now');
  assert.equal(afterPaste('«the page »now', ' mailto:ann@a.example\n'), '[the page](mailto:ann@a.example)«» now');
});

test('a pasted link is one, whatever brackets its address has', () => {
  for (const address of ['https://a.example/b_(c)', 'https://a.example/b)c', 'https://a.example/((b', 'https://a.example/b((c))']) {
    const text = afterPaste('«x»', address)?.replace('«»', '') ?? '';
    const [{ children: [link] }] = /** @type {any} */ (treeOf(text));
    assert.equal(link.type, 'link', text);
    assert.equal(decodeURIComponent(link.href), address);
  }
});

test('all else is pasted as usual', () => {
  const usual = ['a.example', 'javascript:alert(1)', 'https://a.example and more', 'https://', 'https://a.example/<b>', 'file:///etc/passwd', ''];
  for (const pasted of usual) assert.equal(afterPaste('«x»', pasted), null, pasted);
  for (const typed of ['«»', '« »', '«a\nb»', '«https://a.example»', '[x](«https://»)', '`«x»`', '```\n«x»\n```', '«]»']) {
    assert.equal(afterPaste(typed, 'https://b.example'), null, typed);
  }
});

test('a long text may become a code block, unless it is in one or has one', () => {
  const lines = Array(11).fill('a').join('\n');
  assert.ok(mayBecomeBlock(lines, { from: 0, text: lines }));
  assert.ok(mayBecomeBlock('b'.repeat(1001), { from: 0, text: 'b'.repeat(1001) }));
  assert.ok(!mayBecomeBlock(lines, { from: 2, text: lines.slice(2) }));
  assert.ok(!mayBecomeBlock(`\`\`\`\n${lines}`, { from: 4, text: lines }));
  assert.ok(mayBecomeBlock(`\`\`\`\nc\n\`\`\`\n${lines}`, { from: 10, text: lines }));
  assert.ok(!mayBecomeBlock(`${lines}\`\`\``, { from: 0, text: `${lines}\`\`\`` }));
});

test('a pasted text that the user has changed is no longer there', () => {
  assert.ok(stillThere('a long one', { from: 2, text: 'long' }));
  assert.ok(!stillThere('a lung one', { from: 2, text: 'long' }));
  assert.ok(!stillThere('the long one', { from: 2, text: 'long' }));
});
