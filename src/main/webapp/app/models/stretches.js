/** A stretch ends at a line break after so many costly letters, */
const AT_LINE = 500;
/** at a space or the end of a sentence after so many, */
const AT_WORD = 600;
/** and between any two characters after so many. */
const ANYWHERE = 750;

const LINE = /\n/;
const WORD = /[\s\u3001\u3002\uff01\uff0c\uff1f]/;
/** What belongs to the character before it. */
const MORE = /^[\p{M}\u200d\ufe0f\udc00-\udfff]/u;
/** A name may be a button. */
const NAME = 5;

/**
 * Cuts a text where a browser has laid out enough at once: letters that it has to look for in another font, that change
 * their script or direction, and names. Most texts have one stretch.
 * @param {string} text
 * @returns {string[]} at least one. If the text grows, all but the last stay.
 */
export function stretchesOf(text) {
  /** @type {string[]} */
  const stretches = [];
  let from = 0;
  let costly = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    costly += text[at] === '@' ? NAME : text[at] < '\u0590' ? 0 : 1;
    if (!endsHere(text, at, costly)) continue;
    stretches.push(text.slice(from, at + 1));
    from = at + 1;
    costly = 0;
  }
  return [...stretches, text.slice(from)];
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} costly
 */
function endsHere(text, at, costly) {
  if (costly < AT_LINE) return false;
  if (LINE.test(text[at])) return true;
  if (costly < AT_WORD) return false;
  return WORD.test(text[at]) || (costly >= ANYWHERE && text[at] !== '\u200d' && !MORE.test(text.slice(at + 1, at + 3)));
}
