import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileOf, LANGUAGES, moduleOf } from '../../emoji/emoji-data.js';
import { rows as german } from '../../main/webapp/app/components/emoji/data.de.js';
import { rows as english } from '../../main/webapp/app/components/emoji/data.en.js';
import { moved } from '../../main/webapp/app/models/emoji-grid.js';
import { emojiOnly, Emojis, recentWith, toned } from '../../main/webapp/app/models/emoji.js';

const en = new Emojis(english);
const de = new Emojis(german);
const found = (/** @type {Emojis} */ emojis, /** @type {string} */ query) => emojis.search(query, 8).map(({ emoji }) => emoji);

for (const tag of LANGUAGES) {
  test(`the emoji in ${tag} are what \`npm run emoji\` writes`, () => {
    assert.ok(readFileSync(fileOf(tag), 'utf8') === moduleOf(tag), 'run `npm run emoji` and commit what it writes');
  });
}

test('both languages have the same emoji, in the same order, each with a label and a shortcode of its own', () => {
  assert.deepEqual(german.map(([emoji]) => emoji), english.map(([emoji]) => emoji));
  assert.ok(english.length > 1900);
  const codes = en.all.flatMap(({ shortcodes }) => shortcodes);
  assert.equal(new Set(codes).size, codes.length);
  for (const { emoji, label, shortcodes } of [...en.all, ...de.all]) assert.ok(label && shortcodes[0], emoji);
});

test('an emoji is found by the beginnings of words, in any case and with or without accents', () => {
  for (const query of ['thumbs up', 'THUMBS', 'thu up', 'thumbsup', '+1', ':thumbsup']) assert.ok(found(en, query).includes('👍'), query);
  for (const query of ['kürbis', 'KURBIS', 'jack_o']) assert.ok(found(de, query).includes('🎃'), query);
  assert.ok(found(de, 'fussball').includes('⚽'));
  assert.deepEqual(found(en, 'humbs'), []);
  assert.deepEqual(found(en, '  '), []);
});

test('a whole name comes before the beginning of one, and names before tags', () => {
  assert.equal(en.search('heart', 8)[0].shortcodes.includes('heart'), true);
  assert.equal(found(en, 'tada')[0], '🎉');
  assert.equal(found(en, 'rocket')[0], '🚀');
  assert.equal(en.search('a', 5).length, 5);
});

test('shortcodes are those of Emojibase and of GitHub, and Emojibase decides between them', () => {
  assert.equal(en.byShortcode('tada')?.emoji, '🎉');
  assert.equal(en.byShortcode('Rocket')?.label, 'rocket');
  assert.equal(de.byShortcode('thumbsup')?.label, 'Daumen hoch');
  assert.equal(de.byShortcode('+1'), de.byShortcode('thumbsup'));
  assert.equal(en.byShortcode('nothing_like_it'), undefined);
});

test('an emoji is known in every skin tone and with or without its variation selector', () => {
  for (const text of ['☝️', '☝', '☝🏿']) assert.equal(en.find(text)?.label, 'index pointing up', text);
  assert.equal(en.find('🧑🏻‍🤝‍🧑🏻')?.label, 'people holding hands');
  assert.equal(en.find('x'), undefined);
});

test('a skin tone changes the emoji that have skin tones', () => {
  const inTone = (/** @type {string} */ emoji, /** @type {number} */ tone) => toned(/** @type {any} */ (en.find(emoji)), tone);
  assert.equal(inTone('👋', 0), '👋');
  assert.equal(inTone('👋', 3), '👋🏽');
  assert.equal(inTone('☝️', 1), '☝🏻');
  assert.equal(inTone('👩‍💻', 5), '👩🏿‍💻');
  assert.equal(inTone('🧑‍🤝‍🧑', 2), '🧑🏼‍🤝‍🧑🏼');
  assert.equal(inTone('🎉', 4), '🎉');
});

test('the recently used emoji are without doubles, the last one first, and 24 at most', () => {
  assert.deepEqual(recentWith(['🎉', '👍', '🚀'], '👍'), ['👍', '🎉', '🚀']);
  const many = Array.from({ length: 24 }, (_, i) => String(i));
  assert.deepEqual(recentWith(many, 'x'), ['x', ...many.slice(0, 23)]);
});

test('a message of one to six emoji is recognised, in all forms of emoji', () => {
  for (const body of ['👍', '🎉🎉 🎉', ' 🎉\n', '👩‍⚕️', '👩🏽‍💻👨‍👩‍👧', '❤️', '☝🏽', '🇩🇪🇹🇷', '3️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', '🎉'.repeat(6)]) assert.ok(emojiOnly(body), body);
  for (const body of ['', ' ', 'ok 👍', '👍!', '12', '#', '©', '🎉'.repeat(7), `${'👍 '.repeat(140)}x`]) assert.ok(!emojiOnly(body), body);
});

test('each emoji of the picker, in each skin tone, is shown large', () => {
  const unknown = en.all.filter((one) => [0, 1, 2, 3, 4, 5].some((tone) => !emojiOnly(toned(one, tone))));
  // Those of the newest Unicode need a newer Node.js than the oldest that runs the tests.
  assert.ok(unknown.length < 60, unknown.map(({ emoji }) => emoji).join(' '));
});

test('in the grid the arrows lead through rows and sections, and up out of the first row', () => {
  const sizes = [3, 10, 1];
  const step = (/** @type {[number, number]} */ [section, index], /** @type {string} */ key) => {
    const place = moved(sizes, { section, index }, key, 4);
    return place && [place.section, place.index];
  };
  assert.deepEqual(step([0, 2], 'ArrowRight'), [1, 0]);
  assert.deepEqual(step([1, 0], 'ArrowLeft'), [0, 2]);
  assert.deepEqual(step([0, 0], 'ArrowLeft'), [0, 0]);
  assert.deepEqual(step([2, 0], 'ArrowRight'), [2, 0]);
  assert.deepEqual(step([0, 1], 'ArrowDown'), [1, 1]);
  assert.deepEqual(step([1, 1], 'ArrowDown'), [1, 5]);
  assert.deepEqual(step([1, 7], 'ArrowDown'), [1, 9], 'a shorter last row');
  assert.deepEqual(step([1, 9], 'ArrowDown'), [2, 0]);
  assert.deepEqual(step([2, 0], 'ArrowDown'), [2, 0]);
  assert.deepEqual(step([2, 0], 'ArrowUp'), [1, 8]);
  assert.deepEqual(step([1, 3], 'ArrowUp'), [0, 2]);
  assert.deepEqual(step([1, 6], 'ArrowUp'), [1, 2]);
  assert.equal(step([0, 1], 'ArrowUp'), null);
  assert.deepEqual(step([1, 6], 'Home'), [1, 4]);
  assert.deepEqual(step([1, 4], 'End'), [1, 7]);
  assert.deepEqual(step([1, 8], 'End'), [1, 9]);
  assert.equal(step([1, 8], 'x'), undefined);
});
