import assert from 'node:assert/strict';
import test from 'node:test';
import { byKind, Finder, narrowed, piecesOf } from '../../main/webapp/app/models/palette.js';
import { recently } from '../../main/webapp/app/models/recent.js';

/** @import {Item, Kind} from '../../main/webapp/app/models/palette.js' */

/** @param {string} name @param {Kind} [kind] @param {string[]} more @returns {Item} */
const item = (name, kind = 'room', ...more) => ({ id: name, kind, names: [name, ...more] });

/** @param {string[]} names @param {string} query @param {string[]} [recent] */
const found = (names, query, recent) => new Finder().find(names.map((name) => item(name)), query, recent).map((hit) => hit.item.id);

/** The name with the matching letters in brackets. @param {string} name @param {string} query */
function marked(name, query) {
  const [hit] = new Finder().find([item(name)], query);
  return hit && piecesOf(name, hit.letters).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');
}

test('the beginning of a name comes before beginnings of its words, then a part of it, then some of its letters', () => {
  assert.deepEqual(found(['dream-team', 'my-team', 'steam', 'the-elm', 'teams', 'art'], 'tea'), ['teams', 'dream-team', 'my-team', 'steam']);
  assert.deepEqual(found(['timetable', 'the-elm', 'b-team-b', 'tempo'], 'te'), ['tempo', 'b-team-b', 'the-elm', 'timetable']);
  assert.deepEqual(found(['steam', 'treat-me'], 'tam'), ['steam', 'treat-me']);
});

test('of equally good ones those used last come first, and then those where the letters are together', () => {
  assert.deepEqual(found(['design-a', 'design-b', 'design-c'], 'des', ['design-c', 'design-b']), ['design-c', 'design-b', 'design-a']);
  assert.deepEqual(found(['xaxbxc', 'xabxc'], 'abc'), ['xabxc', 'xaxbxc']);
  assert.deepEqual(found(['my-design', 'design'], 'design', ['my-design']), ['design', 'my-design']);
});

test('without a query there is everything, what was used last first', () => {
  assert.deepEqual(found(['a', 'b', 'c'], '', ['c']), ['c', 'a', 'b']);
  assert.deepEqual(found(['a', 'b'], ' - '), ['a', 'b']);
});

test('accents, capitals and the signs between words make no difference', () => {
  assert.equal(marked('Zoë Ångström', 'zoe ang'), '[Zoë] [Ång]ström');
  assert.equal(marked('Zoe\u0308', 'ZOË'), '[Zoe\u0308]');
  assert.equal(marked('Straßenfest', 'strasse'), '[Straße]nfest');
  assert.equal(marked('Łukasz', 'luk'), '[Łuk]asz');
  assert.equal(marked('ΑΛΕΞΗΣ', 'αλεξης'), '[ΑΛΕΞΗΣ]');
  assert.equal(marked('design-team', 'design team'), '[design]-[team]');
  assert.equal(marked('한국어', '한ㄱ'), '[한국]어');
  assert.equal(marked('🎉 party', '🎉'), '[🎉] party');
});

test('the matching letters are marked', () => {
  assert.equal(marked('design-team', 'dt'), '[d]esign-[t]eam');
  assert.equal(marked('a-design-team', 'dete'), 'a-[de]sign-[te]am');
  assert.equal(marked('steam', 'eam'), 'st[eam]');
  assert.equal(marked('abcabd', 'abd'), 'abc[abd]');
  assert.equal(marked('general', 'gnl'), '[g]e[n]era[l]');
  assert.equal(marked('general', 'gx'), undefined);
});

test('the best of several names counts', () => {
  const [hit] = new Finder().find([item('Roberta', 'person', 'bob')], 'bob');
  assert.deepEqual([hit.name, [...hit.letters]], [1, [0, 1, 2]]);
});

test('a sign in front asks for one kind', () => {
  assert.deepEqual(narrowed(' #des'), { kind: 'room', query: 'des' });
  assert.deepEqual(narrowed('@ zoe '), { kind: 'person', query: 'zoe' });
  assert.deepEqual(narrowed('>'), { kind: 'command', query: '' });
  assert.deepEqual(narrowed('a#b'), { kind: null, query: 'a#b' });
});

test('the kind with the best hit comes first, with a few of each', () => {
  const hits = new Finder().find([item('my-bob'), item('bob', 'person'), item('x-bob'), item('y-bob')], 'bob');
  assert.deepEqual([...byKind(hits, 2)].map(([kind, group]) => [kind, ...group.map((hit) => hit.item.id)]), [['person', 'bob'], ['room', 'my-bob', 'x-bob']]);
});

test('hostile names take a bounded time', () => {
  const hostile = ['a'.repeat(10_000), 'a '.repeat(5000), '\u{fdfa}'.repeat(5000), 'e\u0301'.repeat(5000), '-'.repeat(10_000)];
  const items = Array.from({ length: 1000 }, (_, i) => item(`${i % 7}${hostile[i % hostile.length]}`));
  const began = performance.now();
  const finder = new Finder();
  for (const query of ['a'.repeat(49), `${'a'.repeat(30)}b`, 'ea'.repeat(25), `${'a'.repeat(100_000)}b`]) finder.find(items, query);
  assert.ok(performance.now() - began < 2000);
});

test('what was used last comes first, and the oldest is forgotten', () => {
  assert.deepEqual(recently(['a', 'b', 'c'], 'b'), ['b', 'a', 'c']);
  const many = Array.from({ length: 30 }, (_, i) => `${i}`);
  assert.deepEqual(recently(many, 'new'), ['new', ...many.slice(0, 29)]);
});
