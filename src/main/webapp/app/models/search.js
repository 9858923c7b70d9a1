/** @import {Frame, Hit} from './wire.js' */
import { beginningOfDay } from './dates.js';

/** The words that stand before a colon, and the server's parameters. */
const FILTERS = /** @type {const} */ ({ from: 'from', in: 'room', with: 'with', before: 'before', after: 'after', has: 'has' });
const PIECE = /"[^"]*"?|\S+/g;
const FILTER = /^(from|in|with|before|after|has):(\S+)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Takes the filters out of what the user has typed: `from:ann in:tea has:link`. What stands in quotes is no filter.
 * @param {string} text
 * @returns {{query: Record<string, string>, wrong: string | null}} the server's parameters, and a filter that makes no sense
 */
export function soughtIn(text) {
  /** @type {Record<string, string>} */
  const query = {};
  const words = [];
  for (const piece of text.match(PIECE) ?? []) {
    const [, name, value] = FILTER.exec(piece) ?? [];
    if (!name) words.push(piece);
    else if (!addFilter(query, /** @type {keyof FILTERS} */ (name.toLowerCase()), value)) return { query, wrong: piece };
  }
  if (words.length) query.q = words.join(' ');
  return { query, wrong: null };
}

/**
 * @param {Record<string, string>} query
 * @param {keyof FILTERS} name
 * @param {string} value
 * @returns {boolean} whether it makes sense
 */
function addFilter(query, name, value) {
  if (name === 'before' || name === 'after') {
    const begin = DAY.test(value) ? beginningOfDay(value) : null;
    if (!begin || Number.isNaN(begin.getTime())) return false;
    query[name] = begin.toISOString();
  } else if (name === 'has') {
    query.has = value.toLowerCase().replace(/s$/, '');
    return ['file', 'image', 'link'].includes(query.has);
  } else {
    const direct = name === 'in' && value.startsWith('@');
    query[direct ? 'with' : FILTERS[name]] = value.replace(/^[@#]/, '');
  }
  return true;
}

/**
 * Cuts a text at the places of what was found.
 * @param {Pick<Hit, 'highlight' | 'ranges'>} hit
 * @returns {{text: string, found: boolean}[]}
 */
export function piecesIn({ highlight, ranges }) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of ranges) {
    pieces.push({ text: highlight.slice(at, start), found: false }, { text: highlight.slice(start, end), found: true });
    at = end;
  }
  pieces.push({ text: highlight.slice(at), found: false });
  return pieces.filter(({ text }) => text);
}

/** @param {Hit} hit @returns {string} the same for a hit that is loaded again */
export const keyOfHit = ({ message: { room, with: peer, seq } }) => `${room ?? `@${peer}`} ${seq}`;

/**
 * @param {Hit} hit
 * @param {Frame} frame
 * @returns {boolean} whether the hit's message is deleted by it
 */
export const deletedBy = ({ message }, { type, room, with: peer, target }) => type === 'message_deleted' && target === message.seq && (message.room ? room === message.room : peer === message.with);
