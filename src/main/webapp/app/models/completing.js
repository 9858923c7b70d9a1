const MOST = 8;

/** The beginning of a mention before the caret. It does not start within a word, as in an e-mail address. */
const BEGUN = /(?<![\p{L}\p{N}\p{M}_.-])@([\p{L}\p{N}\p{M}_.-]{0,32})$/u;

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
 * @param {string} chosen
 * @returns {{text: string, caret: number}} the text with what was chosen in place of the query, and one space after it
 */
export function completed(text, from, caret, chosen) {
  const spaced = /^\s/.test(text.slice(caret));
  const done = replaced(text, from, caret, spaced ? chosen : `${chosen} `);
  return spaced ? { ...done, caret: done.caret + 1 } : done;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} by
 * @returns {{text: string, caret: number}} the caret comes after the new part
 */
export const replaced = (text, from, to, by) => ({ text: text.slice(0, from) + by + text.slice(to), caret: from + by.length });
