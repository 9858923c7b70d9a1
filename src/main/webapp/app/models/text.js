/** Only links with these schemes open from a message. A `javascript:` link in a chat is an attack. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

const CANDIDATE = /(?<![\p{L}\p{N}:])(?:https?:\/\/|mailto:)[^\s<>"'`\u0000-\u001f]+/giu;
const TRAILING = new Set('.,;:!?…)]}»”’');

/** Longer messages are shown folded. */
const LINES = 16;
const CHARACTERS = 1600;

/** The server uses the same rule: not within a word or an address. A full stop after a name may end the sentence. */
const MENTION = /(?<![\p{L}\p{N}\p{M}_.-])@([\p{L}\p{N}\p{M}_.-]{2,32})(?![\p{L}\p{N}\p{M}_-])/gu;
const AFTER_NAME = /[._-]+$/;

/**
 * A piece of text, with an address if it is a link, and a username if it is a mention.
 * @typedef {{text: string, href?: string, mention?: string}} Piece
 */

/**
 * @param {string} body
 * @param {string[]} [mentions] usernames of the mentioned users
 * @returns {Piece[]} the unchanged text, cut into plain text, links and mentions
 */
export function piecesOf(body, mentions = []) {
  const pieces = linksIn(body);
  if (mentions.length === 0) return pieces;
  const known = new Map(mentions.map((name) => [folded(name), name]));
  return pieces.flatMap((piece) => (piece.href ? [piece] : mentionsIn(piece.text, known)));
}

/** @param {string} body @returns {Piece[]} */
function linksIn(body) {
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

/**
 * @param {string} text
 * @param {Map<string, string>} known usernames by their folded form
 * @returns {Piece[]}
 */
function mentionsIn(text, known) {
  /** @type {Piece[]} */
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    const name = [match[1], match[1].replace(AFTER_NAME, '')].find((one) => known.has(folded(one)));
    if (name === undefined) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: `@${name}`, mention: known.get(folded(name)) });
    from = match.index + 1 + name.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** @param {string} name */
const folded = (name) => name.normalize('NFKC').toLowerCase();

/** @param {string} text @returns {string | null} the normalized address, or null if it must not be opened */
export function safeAddress(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return SCHEMES.has(url.protocol) ? url.href : null;
}

/** @param {string} body */
export const isLong = (body) => body.length > CHARACTERS || body.split('\n', LINES + 1).length > LINES;

/** The longest text of a message. */
export const LONGEST = 8000;

/** @param {string} text counted in code points, as the server does */
export const lengthOf = (text) => [...text].length;

/**
 * Cuts a full stop or closing bracket after the address. A bracket that opens inside the address belongs to it.
 * @param {string} address
 */
function trimmed(address) {
  let length = address.length;
  // From the end: a regular expression would take quadratic time on a hostile text.
  while (length > 0 && TRAILING.has(address[length - 1])) length -= 1;
  const kept = address.slice(0, length);
  return address[length] === ')' && kept.includes('(') && !kept.includes(')') ? `${kept})` : kept;
}
