/** @import {Frame, Hit} from './wire.js' */
import { beginningOfDay } from './dates.js';

const PIECE = /"[^"]*"?|\S+/g;
const FILTER = /^(from|in|with|before|after|has):(\S+)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const PARTS = /** @type {const} */ (['file', 'image', 'link']);

/** A filter, such as `from:ann`. A conversation is a place: `with:ann` means `in:@ann`. @typedef {'from' | 'in' | 'before' | 'after' | 'has'} FilterName */

/** @param {string} text */
const piecesOf = (text) => text.match(PIECE) ?? [];

/**
 * @param {string} piece of a text
 * @returns {{name: FilterName, value: string} | null} null if it is no filter
 */
function filterOf(piece) {
  const [, typed, value] = FILTER.exec(piece) ?? [];
  if (!typed) return null;
  const name = typed.toLowerCase();
  const bare = value.replace(/^[@#]/, '');
  if (name === 'with') return { name: 'in', value: `@${bare}` };
  if (name === 'in') return { name, value: value.startsWith('@') ? value : bare };
  if (name === 'has') return { name, value: value.toLowerCase().replace(/s$/, '') };
  return { name: /** @type {FilterName} */ (name), value: name === 'from' ? bare : value };
}

/**
 * Takes the filters out of what the user has typed: `from:ann in:tea has:link`. What stands in quotes is no filter.
 * @param {string} text
 * @returns {{query: Record<string, string>, wrong: string | null}} the server's parameters, and a filter that makes no sense
 */
export function soughtIn(text) {
  /** @type {Record<string, string>} */
  const query = {};
  const words = [];
  for (const piece of piecesOf(text)) {
    const filter = filterOf(piece);
    if (!filter) words.push(piece);
    else if (!addFilter(query, filter)) return { query, wrong: piece };
  }
  if (words.length) query.q = words.join(' ');
  return { query, wrong: null };
}

/**
 * @param {string} text
 * @returns {Partial<Record<FilterName, string>>} its filters, with or without a sense; the last one of a name counts
 */
export const filtersIn = (text) => Object.fromEntries(piecesOf(text).flatMap((piece) => {
  const filter = filterOf(piece);
  return filter ? [[filter.name, filter.value]] : [];
}));

/**
 * @param {string} text
 * @param {FilterName} name
 * @param {string} value empty to have no such filter
 * @returns {string} the text with this filter in the place of others of its name
 */
export function withFilter(text, name, value) {
  const rest = piecesOf(text).filter((piece) => filterOf(piece)?.name !== name);
  const bare = value.replace(/\s/g, '');
  return [...rest, ...(bare ? [`${name}:${bare}`] : [])].join(' ');
}

/**
 * @param {string} text
 * @returns {string} what a room or a person may be called by it; empty if filters say that messages are meant
 */
export function nameIn(text) {
  const { query, wrong } = soughtIn(text);
  return wrong || Object.keys(query).some((name) => name !== 'q') ? '' : (query.q ?? '').replace(/["*]/g, '').trim();
}

/**
 * @param {Record<string, string>} query
 * @param {{name: FilterName, value: string}} filter
 * @returns {boolean} whether it makes sense
 */
function addFilter(query, { name, value }) {
  if (name === 'before' || name === 'after') {
    const begin = DAY.test(value) ? beginningOfDay(value) : null;
    if (!begin || Number.isNaN(begin.getTime())) return false;
    query[name] = begin.toISOString();
  } else if (name === 'in') {
    delete query.room;
    delete query.with;
    query[value.startsWith('@') ? 'with' : 'room'] = value.replace('@', '');
  } else {
    query[name] = value;
  }
  return name !== 'has' || PARTS.some((part) => part === value);
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
