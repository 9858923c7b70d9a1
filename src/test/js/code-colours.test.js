import assert from 'node:assert/strict';
import test from 'node:test';
import { coloured, LINE, PIECES } from '../../main/webapp/app/models/code-colours.js';
import { LANGUAGES, parserOf } from '../../main/webapp/app/models/code-languages.js';

/** The most that the server accepts. */
const LENGTH = 8000;
const SIGNS = [
  '"', '\'', '`', '/*', '*/', '//', '\\', '{', '}', '(', ')', '[', ']', '[[', '<', '>', '</', '<!--', '<a', '=', '#', '#{', '$', '${', '%', '%q(', '@', '!', '|', ';',
  ':', '.', ',', '+', '-', '--', '~', '?', '0x', '1e', 'a', 'if ', 'end ', '<<E', '\nE\n', 'q{', 's/', '"""', 'r#"', '<![CDATA[', '$$', '\n', '\t', ' ', 'é', '👍',
];
const parsers = [...new Set(LANGUAGES.values())];

/** @param {string} language @param {string} code @returns {string[]} its coloured pieces */
function coloursIn(language, code) {
  const parser = parserOf(language);
  assert.ok(parser, language);
  return coloured(code, parser).flatMap(({ text, colour }) => (colour ? [`${colour}: ${text.trim()}`] : []));
}

test('words, texts, numbers and remarks have colours of their own', () => {
  assert.deepEqual(coloursIn('js', 'const a = "b" + 1; // c'), ['keyword: const', 'name: a', 'string: "b"', 'constant: 1', 'comment: // c']);
  assert.deepEqual(coloursIn('python', 'def f(x):\n  """a\n  b"""\n  return None'), ['keyword: def', 'name: f', 'string: """a\n  b"""', 'keyword: return None']);
  assert.deepEqual(coloursIn('json', '{"a": ["b", true]}'), ['name: "a"', 'string: "b"', 'constant: true']);
  assert.deepEqual(coloursIn('html', '<a href="b">c</a>'), ['type: a', 'name: href', 'string: "b"', 'type: a']);
  assert.deepEqual(coloursIn('diff', ' a\n-b\n+c'), ['removed: -b', 'added: +c']);
});

test('a language has several names, and more may follow it', () => {
  assert.equal(parserOf('JavaScript'), parserOf('mjs title="a.mjs"'));
  for (const unknown of ['', 'klingon', '__proto__', 'constructor']) assert.equal(parserOf(unknown), undefined, unknown);
});

test('the pieces are the code, whatever it is', () => {
  let state = 7;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (const parser of parsers) {
    for (let round = 0; round < 20; round += 1) {
      const code = Array.from({ length: 150 }, () => SIGNS[random(SIGNS.length)]).join('');
      assert.equal(coloured(code, parser).map(({ text }) => text).join(''), code);
    }
  }
});

test('a parser that goes round in circles is stopped', () => {
  // The parser of TOML waits in a string for a character that `.` matches.
  for (const sign of ['\u2028', '\r', '\0']) {
    for (const parser of parsers) {
      for (const before of SIGNS) {
        const code = `a = ${before}${sign}${sign} b${before}\n2`;
        assert.equal(coloured(code, parser).map(({ text }) => text).join(''), code);
      }
    }
  }
});

test('the longest code has a bounded number of pieces, and the rest has no colours', () => {
  for (const parser of parsers) {
    for (const sign of ['1 "a" ', '"a"\n', '(1\n', '<a b="c">']) {
      const code = sign.repeat(LENGTH).slice(0, LENGTH);
      const pieces = coloured(code, parser);
      assert.ok(pieces.length <= PIECES + 1, `${pieces.length}`);
      assert.equal(pieces.map(({ text }) => text).join(''), code);
    }
  }
  assert.deepEqual(coloursIn('js', `1\n${'2'.repeat(LINE + 1)}\n3`), ['constant: 1']);
});
