/** @import {Change} from './marking.js' */

const MOST = 8;

/** The beginning of a mention before the caret. It does not start within a word, as in an e-mail address. */
const BEGUN = /(?<![\p{L}\p{N}\p{M}_.-])@([\p{L}\p{N}\p{M}_.-]{0,32})$/u;

/** The beginning of a shortcode before the caret. It does not start within a word or a number, as in a time of day. */
const BEGUN_CODE = /(?<![\p{L}\p{N}\p{M}_:])(:([\p{L}\p{N}_+-]{2,48}))(:?)$/u;

/** @typedef {{username: string, displayName: string}} Candidate */

/**
 * @param {string} text
 * @param {number} caret
 * @returns {{from: number, query: string} | null} the place of the `@` and the text after it; null outside of a mention
 */
export function mentionAt(text, caret) {
  const match = BEGUN.exec(text.slice(0, caret));
  return match && { from: match.index, query: match[1] };
}

/**
 * @param {string} text
 * @param {number} caret
 * @returns {{from: number, query: string, closed: boolean} | null} the place of the `:`, the text after it, and whether
 *   another `:` closes it; null outside of a shortcode, and in code
 */
export function shortcodeAt(text, caret) {
  const before = text.slice(0, caret);
  const match = BEGUN_CODE.exec(before);
  return match && !endsInCode(before.slice(0, match.index)) ? { from: match.index, query: match[2], closed: match[3] !== '' } : null;
}

/** @param {string} text @returns {boolean} whether it ends between marks of code: after ```, or after ` in the same line */
export function endsInCode(text) {
  const fenced = text.split('```');
  if (fenced.length % 2 === 0) return true;
  const line = fenced[fenced.length - 1].split('\n').pop() ?? '';
  return line.split('`').length % 2 === 0;
}

/**
 * @param {Candidate[]} people
 * @param {string} query the beginning of a username, of a display name, or of a word in one
 * @returns {Candidate[]} the best first: usernames that begin with the query, then the others, in the given order
 */
export function candidates(people, query) {
  const wanted = query.normalize('NFKC').toLowerCase();
  const rank = (/** @type {Candidate} */ { username, displayName }) => {
    if (username.toLowerCase().startsWith(wanted)) return 0;
    return displayName.toLowerCase().split(/[\s-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return people.filter((one) => rank(one) < 2).sort((one, other) => rank(one) - rank(other)).slice(0, MOST);
}

/**
 * @param {string} text
 * @param {number} from the place of the sign with which the query begins
 * @param {number} caret
 * @param {string} chosen comes in place of the query, with one space after it
 * @returns {Change}
 */
export function completed(text, from, caret, chosen) {
  if (!/^\s/.test(text.slice(caret))) return replaced(from, caret, `${chosen} `);
  const after = from + chosen.length + 1;
  return { from, to: caret, text: chosen, select: [after, after] };
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} by
 * @returns {Change} the caret comes after the new part
 */
export const replaced = (from, to, by) => ({ from, to, text: by, select: [from + by.length, from + by.length] });
