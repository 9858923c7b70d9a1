/** @import {Room} from './wire.js' */

/**
 * The page's own addresses are fragments, so they work on every server.
 * @typedef {{page: 'home'} | {page: 'setup', code: string} | {page: 'rooms'} | {page: 'admin', section: string} | {page: 'room', room: string, seq: number | null} |
 *   {page: 'direct', username: string, seq: number | null} | {page: 'invite', code: string}} Route
 */

/** @param {string} fragment with or without its `#` @returns {Route} */
export function routeOf(fragment) {
  const [page, name, number] = fragment.replace(/^#?\/?/, '').split('/').map(decoded);
  if (page === 'setup') return { page, code: name ?? '' };
  if (page === 'invites' && name) return { page: 'invite', code: name };
  if (page === 'admin') return { page, section: name ?? '' };
  if (page !== 'rooms' && page !== 'direct') return { page: 'home' };
  if (!name) return { page: 'rooms' };
  const seq = /^[1-9]\d{0,15}$/.test(number ?? '') ? Number(number) : null;
  return page === 'rooms' ? { page: 'room', room: name, seq } : { page, username: name, seq };
}

/**
 * @param {string} room name or id
 * @param {number | null} [seq]
 */
export const roomAddress = (room, seq) => `#/rooms/${encodeURIComponent(room)}${seq ? `/${seq}` : ''}`;

/**
 * @param {string} username
 * @param {number | null} [seq]
 */
export const directAddress = (username, seq) => `#/direct/${encodeURIComponent(username)}${seq ? `/${seq}` : ''}`;

/**
 * @param {Room} room or conversation
 * @param {number | null} [seq]
 */
export const addressIn = ({ id, name, peer }, seq) => (peer ? directAddress(peer.username || id, seq) : roomAddress(name ?? id, seq));

/**
 * The address of a message for other people, and for later. The id stays when a room gets another name. In a
 * conversation it is the same for both people, while each has the other's name in their own address.
 * @param {Room} room or conversation
 * @param {number} seq
 */
export const lastingAddress = ({ id, peer }, seq) => (peer ? directAddress(id ?? peer.username, seq) : roomAddress(id, seq));

/**
 * @param {string} href an absolute address
 * @param {URL} root the address of the application
 * @returns {string | null} its fragment, if it leads to a room, a conversation or a message of this server
 */
export function withinPage(href, root) {
  const { origin, pathname, search, hash } = new URL(href);
  const { page } = routeOf(hash);
  const ours = origin === root.origin && pathname === root.pathname && !search;
  return ours && (page === 'room' || page === 'direct') ? hash : null;
}

/** @param {string} [section] of the administrators' desk */
export const adminAddress = (section) => `#/admin${section ? `/${section}` : ''}`;

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
