const MOST = 8;

/** What stands before the caret when somebody is about to be mentioned: not within a word, as in an address. */
const BEGUN = /(?<![\p{L}\p{N}\p{M}_.-])@([\p{L}\p{N}\p{M}_.-]{0,32})$/u;

/** @typedef {{username: string, displayName: string}} Candidate */

/**
 * @param {string} text
 * @param {number} caret
 * @returns {{from: number, query: string} | null} where the `@` stands and what follows it; null if nobody is being named
 */
export function mentionAt(text, caret) {
  const match = BEGUN.exec(text.slice(0, caret));
  return match && { from: match.index, query: match[1] };
}

/**
 * @param {Candidate[]} people
 * @param {string} query the beginning of a username, of a display name, or of a word in one
 * @returns {Candidate[]} the best first: those whose username begins so, then the others, in the order given
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
 * @param {number} from where the `@` stands
 * @param {number} caret
 * @param {string} username
 * @returns {{text: string, caret: number}} with the name in place of what was begun, and one space after it
 */
export function completed(text, from, caret, username) {
  const after = text.slice(caret);
  const name = `@${username}${/^\s/.test(after) ? '' : ' '}`;
  return { text: text.slice(0, from) + name + after, caret: from + name.length + (/^\s/.test(after) ? 1 : 0) };
}
