/**
 * The page's own addresses are fragments, so that every server serves them.
 * @typedef {{page: 'home'} | {page: 'rooms'} | {page: 'room', room: string, seq: number | null}} Route
 */

/** @param {string} fragment with or without its `#` @returns {Route} */
export function routeOf(fragment) {
  const [page, room, seq] = fragment.replace(/^#?\/?/, '').split('/').map(decoded);
  if (page !== 'rooms') return { page: 'home' };
  if (!room) return { page: 'rooms' };
  return { page: 'room', room, seq: /^[1-9]\d{0,15}$/.test(seq ?? '') ? Number(seq) : null };
}

/**
 * @param {string} room name or id
 * @param {number} [seq]
 */
export const roomAddress = (room, seq) => `#/rooms/${encodeURIComponent(room)}${seq ? `/${seq}` : ''}`;

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
