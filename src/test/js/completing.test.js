import assert from 'node:assert/strict';
import test from 'node:test';
import { candidates, completed, mentionAt, replaced, shortcodeAt } from '../../main/webapp/app/models/completing.js';
import { piecesOf } from '../../main/webapp/app/models/text.js';

const people = [
  { username: 'bob', displayName: 'Robert Okafor' },
  { username: 'rosa', displayName: 'Rosa Boll' },
  { username: 'küche', displayName: 'Küchenchef' },
];
const named = (/** @type {string} */ query) => candidates(people, query).map(({ username }) => username);

test('a mention begins after an @ that is not inside a word', () => {
  assert.deepEqual(mentionAt('hello @bo', 9), { from: 6, query: 'bo' });
  assert.deepEqual(mentionAt('@', 1), { from: 0, query: '' });
  assert.deepEqual(mentionAt('(@kü', 4), { from: 1, query: 'kü' });
  for (const text of ['ann@bo', 'hello', '@bob ', '@bob!']) assert.equal(mentionAt(text, text.length), null, text);
});

test('only the text before the caret counts', () => assert.deepEqual(mentionAt('@bob and @rosa', 3), { from: 0, query: 'bo' }));

test('matching usernames come before matching display names, in any case and script', () => {
  assert.deepEqual(named('BO'), ['bob', 'rosa']);
  assert.deepEqual(named('ro'), ['rosa', 'bob']);
  assert.deepEqual(named('KÜ'), ['küche']);
  assert.deepEqual(named(''), ['bob', 'rosa', 'küche']);
  assert.deepEqual(named('x'), []);
});

test('the chosen name replaces the typed part, with one space after it', () => {
  assert.deepEqual(completed('hi @bo', 3, 6, '@bob'), { from: 3, to: 6, text: '@bob ', select: [8, 8] });
  assert.deepEqual(completed('hi @bo there', 3, 6, '@bob'), { from: 3, to: 6, text: '@bob', select: [8, 8] });
});

test('the caret comes after what replaces a part of the text', () => {
  assert.deepEqual(replaced(3, 9, '🎉'), { from: 3, to: 9, text: '🎉', select: [5, 5] });
});

test('a shortcode begins after a colon and two letters, outside of words, times and addresses', () => {
  assert.deepEqual(shortcodeAt('so :th', 6), { from: 3, query: 'th', closed: false });
  assert.deepEqual(shortcodeAt(':+1:', 4), { from: 0, query: '+1', closed: true });
  assert.deepEqual(shortcodeAt('(:küs', 5), { from: 1, query: 'küs', closed: false });
  for (const text of [':t', 'at 10:30', 'https://x', 'std::vec', 'a:bc', ':th ', '::th', ':-)']) assert.equal(shortcodeAt(text, text.length), null, text);
});

test('a shortcode in code is left alone', () => {
  for (const text of ['`:th', '```\n:th', 'a `b` and `:tada:', '```\na `b`\n:th']) assert.equal(shortcodeAt(text, text.length), null, text);
  for (const text of ['`a` :th', '```\na\n``` :th', 'a ` alone\n:th']) assert.equal(shortcodeAt(text, text.length)?.query, 'th', text);
});

test('the page finds the same mentions as the server and leaves the text as it was typed', () => {
  const body = 'Hi @Bob, mail bob@bob.example or ask @rosa. and @nobody';
  const pieces = piecesOf(body, ['bob', 'rosa']);
  assert.equal(pieces.map(({ text }) => text).join(''), body);
  assert.deepEqual(pieces.flatMap(({ text, mention }) => (mention ? [[text, mention]] : [])), [['@Bob', 'bob'], ['@rosa', 'rosa']]);
});

test('a name that the server does not list as a mention is plain text', () => assert.deepEqual(piecesOf('@bob', []), [{ text: '@bob' }]));
