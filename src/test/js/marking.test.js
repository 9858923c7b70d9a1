import assert from 'node:assert/strict';
import test from 'node:test';
import { toggled } from '../../main/webapp/app/models/marking.js';

/**
 * @param {string} typed with the selection in brackets
 * @param {string} mark
 */
function after(typed, mark) {
  const from = typed.indexOf('[');
  const to = typed.indexOf(']') - 1;
  const body = typed.replace(/[[\]]/g, '');
  const change = toggled(body, from, to, mark);
  const text = body.slice(0, change.from) + change.text + body.slice(change.to);
  const [begin, end] = change.select;
  return `${text.slice(0, begin)}[${text.slice(begin, end)}]${text.slice(end)}`;
}

test('marks go around the selection, and away again', () => {
  assert.equal(after('a [b] c', '**'), 'a **[b]** c');
  assert.equal(after('a **[b]** c', '**'), 'a [b] c');
  assert.equal(after('[]', '`'), '`[]`');
  assert.equal(after('`[]`', '`'), '[]');
});

test('bold and italic do not take each other away', () => {
  assert.equal(after('**[b]**', '*'), '***[b]***');
  assert.equal(after('***[b]***', '*'), '**[b]**');
  assert.equal(after('***[b]***', '**'), '*[b]*');
  assert.equal(after('*[b]*', '**'), '***[b]***');
});
