/** A longer text is perhaps code or a log: more characters, or more lines. */
const CHARACTERS = 1000;
const LINES = 10;

/** @typedef {{from: number, text: string}} Pasted a text in the field, and where it begins */

/**
 * @param {string} text of the field, with the pasted text in it
 * @param {Pasted} pasted
 * @returns {boolean} whether to offer that it becomes a code block: not if it has fences, or stands in a code block
 */
export function mayBecomeBlock(text, pasted) {
  const isLong = pasted.text.length > CHARACTERS || pasted.text.split('\n', LINES + 1).length > LINES;
  return isLong && !pasted.text.includes('```') && text.slice(0, pasted.from).split('```').length % 2 === 1;
}

/**
 * @param {string} text of the field
 * @param {Pasted} pasted
 * @returns {boolean} false if the user has changed it, or its place
 */
export const stillThere = (text, pasted) => text.startsWith(pasted.text, pasted.from);
