/** Only these may be opened from a message: a `javascript:` link in a chat is an attack. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

const CANDIDATE = /(?<![\p{L}\p{N}:])(?:https?:\/\/|mailto:)[^\s<>"'`\u0000-\u001f]+/giu;
const TRAILING = /[.,;:!?…)\]}»”’]+$/u;

/** Longer messages are shown folded. */
const LINES = 16;
const CHARACTERS = 1600;

/** @typedef {{text: string, href?: string}} Piece a stretch of text, and where it leads if it is a link */

/**
 * @param {string} body
 * @returns {Piece[]} its text, unchanged, cut into plain stretches and links
 */
export function piecesOf(body) {
  /** @type {Piece[]} */
  const pieces = [];
  let from = 0;
  for (const match of body.matchAll(CANDIDATE)) {
    const text = trimmed(match[0]);
    const href = safeAddress(text);
    if (!href) continue;
    if (match.index > from) pieces.push({ text: body.slice(from, match.index) });
    pieces.push({ text, href });
    from = match.index + text.length;
  }
  if (from < body.length) pieces.push({ text: body.slice(from) });
  return pieces;
}

/** @param {string} text @returns {string | null} the address in its normal form, if it is one that may be opened */
export function safeAddress(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return SCHEMES.has(url.protocol) ? url.href : null;
}

/** @param {string} body */
export const isLong = (body) => body.length > CHARACTERS || body.split('\n', LINES + 1).length > LINES;

/** @param {string} text how the server counts: in code points */
export const lengthOf = (text) => [...text].length;

/**
 * A sentence's full stop is not the address's, nor the bracket that the whole address stands in; one opened inside is.
 * @param {string} address
 */
function trimmed(address) {
  const end = TRAILING.exec(address)?.[0] ?? '';
  const kept = address.slice(0, address.length - end.length);
  return end.startsWith(')') && kept.includes('(') && !kept.includes(')') ? `${kept})` : kept;
}
