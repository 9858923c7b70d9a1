/** @import {Block, Cell, Inline, Item, TableRow} from './markdown.js' */
/** @import {Room, User} from './wire.js' */
import { treeOf } from './markdown.js';
import { rankIn } from './roles.js';
import { SMALL } from './room-state.js';
import { piecesOf } from './text.js';

/** @typedef {'all' | 'here'} Word with an `@` before it, it mentions everybody, or everybody online */

/** Nobody can have these usernames. @type {readonly Word[]} */
export const WORDS = ['all', 'here'];

/** Most texts need no closer look. */
const PERHAPS = /@(?:all|here)/i;

/** @param {string | null | undefined} name @returns {name is Word} */
export const isWord = (name) => WORDS.some((word) => word === name);

/**
 * Whether the words mention anybody there, as the server decides.
 * @param {User} me
 * @param {Room} room
 */
export function reaches(me, room) {
  if (room.peer) return Boolean(room.peer.username) && room.peer.username !== me.username;
  return room.memberCount <= SMALL || rankIn(me, room) > 0;
}

/**
 * @param {Word} word
 * @param {Room} room
 * @returns {number} how many others it mentions, as far as the page knows. The page listens to every room of the user,
 *   so those who are online are those who are present.
 */
export function countOf(word, { peer, memberCount, onlineCount }) {
  if (peer) return word === 'all' || peer.presence !== 'offline' ? 1 : 0;
  return Math.max(0, (word === 'all' ? memberCount : Math.min(onlineCount, memberCount)) - 1);
}

/** @param {string} query @returns {Word[]} that begin with it */
export const wordsFor = (query) => WORDS.filter((word) => word.startsWith(query.normalize('NFKC').toLowerCase()));

/** @param {string} text @returns {Word | null} the word in it that counts, outside of code */
export function wordIn(text) {
  if (!PERHAPS.test(text)) return null;
  const words = new Set(textsOf(treeOf(text)).flatMap((one) => piecesOf(one, [...WORDS]).map(({ mention }) => mention)));
  return WORDS.find((word) => words.has(word)) ?? null;
}

/** @param {Block[]} tree @returns {string[]} its texts that are no code */
function textsOf(tree) {
  /** @type {(Block | Inline | Item | TableRow | Cell)[]} */
  const nodes = [...tree];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes.flatMap((node) => (node.type === 'text' ? [node.text] : []));
}
