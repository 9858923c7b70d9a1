/**
 * Matches a few letters with a name. Names are people's text: it takes a bounded time, however long they are.
 */

/** Longer names and queries are cut here, in letters. */
const LONGEST_NAME = 100;
export const LONGEST_QUERY = 50;

/** Between words. */
const GAP = /[\s\-_.,:;@#/()·]/u;
const ACCENTS = /[\u0300-\u036f]/g;

/** Letters that Unicode does not take apart. @type {Record<string, string>} */
const PLAIN = { ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' };

/** How well a query matches a name: the beginning of it, the beginnings of its words, a part of it, or some letters. */
const BEGINS = 0;
const WORDS = 1;
const PART = 2;
const LETTERS = 3;

/**
 * A name without accents, capitals and gaps: for each character the place of its letter in the name, and whether a
 * word begins there.
 * @typedef {{text: string, places: number[], starts: boolean[]}} Folded
 */

/**
 * @param {string} name
 * @param {number} [longest]
 * @returns {Folded}
 */
export function folded(name, longest = LONGEST_NAME) {
  /** @type {Folded} */
  const all = { text: '', places: [], starts: [] };
  let begins = true;
  [...name.slice(0, 2 * longest)].slice(0, longest).forEach((letter, place) => {
    if (GAP.test(letter)) begins = true;
    else for (const one of plainOf(letter).slice(0, longest - all.text.length)) {
      all.text += one;
      all.places.push(...Array(one.length).fill(place));
      all.starts.push(begins, ...Array(one.length - 1).fill(false));
      begins = false;
    }
  });
  return all;
}

/** @param {string} letter @returns {string} "ß" becomes "ss" by way of its capital */
const plainOf = (letter) => PLAIN[letter.toLowerCase()] ?? letter.normalize('NFKD').replace(ACCENTS, '').toUpperCase().toLowerCase();

/**
 * @param {string} query
 * @param {Folded} name
 * @returns {{rank: number, at: number[]} | null} how well it matches, and the matching characters; null if not at all
 */
export function match(query, name) {
  const from = name.text.indexOf(query);
  const scattered = from < 0 ? lettersOf(query, name.text) : null;
  if (from < 0 && !scattered) return null;
  if (from === 0) return { rank: BEGINS, at: run(0, query.length) };
  const words = beginningsOf(query, name);
  if (words) return { rank: WORDS, at: words };
  return scattered ? { rank: LETTERS, at: scattered } : { rank: PART, at: run(from, query.length) };
}

/** @param {number} from @param {number} length */
const run = (from, length) => Array.from({ length }, (_, i) => from + i);

/**
 * @param {string} query
 * @param {string} text
 * @returns {number[] | null} the query's letters in their order, near the end of the first place where they all are
 */
function lettersOf(query, text) {
  let end = 0;
  for (const letter of query) {
    end = text.indexOf(letter, end) + letter.length;
    if (end < letter.length) return null;
  }
  const at = [];
  for (let i = query.length - 1, before = end - 1; i >= 0; i -= 1, before -= 1) {
    before = text.lastIndexOf(query[i], before);
    at.unshift(before);
  }
  return at;
}

/**
 * @param {string} query
 * @param {Folded} name
 * @returns {number[] | null} the query as beginnings of words: after each letter comes its neighbour, or a later word
 */
function beginningsOf(query, { text, starts }) {
  const { length } = text;
  // For each letter of the query, from the last one: its place if the letter before it is just before `i`.
  const places = Array.from(query, () => new Int16Array(length + 1).fill(-1));
  for (let q = query.length - 1; q >= 0; q -= 1) {
    let word = -1;
    for (let i = length - 1; i >= 0; i -= 1) {
      const fits = text[i] === query[q] && (q === query.length - 1 || places[q + 1][i + 1] >= 0);
      if (fits && starts[i]) word = i;
      places[q][i] = q > 0 && fits ? i : word;
    }
  }
  const at = [];
  for (let q = 0, i = 0; q < query.length; q += 1, i += 1) {
    i = places[q][i];
    if (i < 0) return null;
    at.push(i);
  }
  return at;
}

/** @param {number[]} at @returns {number} how many separate parts of the name match */
export const partsIn = (at) => at.filter((place, i) => i === 0 || place !== at[i - 1] + 1).length;
