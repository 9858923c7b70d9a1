/** @import {Block, Cell, Inline, Item, TableRow} from './markdown.js' */

const LETTER = /\p{L}/u;
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * What `dir="auto"` would find. The browser looks for it again in the whole of a block with each node that is added.
 * @param {Block} block
 */
export const directionOf = (block) => (FROM_RIGHT.test(firstLetter([block])) ? 'rtl' : 'ltr');

/** @param {(Block | Item | TableRow | Cell | Inline)[]} nodes @returns {string} empty if there is none */
function firstLetter(nodes) {
  for (const node of nodes) {
    const found = 'text' in node ? LETTER.exec(node.text)?.[0] : 'children' in node ? firstLetter(node.children) : '';
    if (found) return found;
  }
  return '';
}
