/** @import {Member, MemberPage, Message, Role, Room, User} from './wire.js' */

/** @type {Record<Role, number>} */
const RANKS = { member: 0, moderator: 1, owner: 2 };

/**
 * @param {Role | undefined} role
 * @returns {number} 0 for a member and a stranger, 1 for a moderator, 2 for an owner
 */
export const rankOf = (role) => (role ? RANKS[role] : 0);

/**
 * @param {User} me
 * @param {Room} room
 * @returns {number} as {@link rankOf}; an admin of the server may do in any room what an owner may
 */
export function rankIn(me, { membership, kind }) {
  if (kind === 'direct') return 0;
  return me.role === 'admin' ? 2 : rankOf(membership?.role);
}

/**
 * Whether one may act on somebody: staff on those below, an admin of the server on everybody else.
 * @param {User} me
 * @param {Room} room
 * @param {User} them
 * @param {Role} [role] of theirs in the room; a stranger has none
 */
export function actsOn(me, room, them, role) {
  const rank = rankIn(me, room);
  const above = them.role !== 'admin' && (me.role === 'admin' || rank > rankOf(role));
  return rank > 0 && above && me.username !== them.username;
}

/**
 * Whether one may delete a message: as its author, and as staff, unless one is muted there.
 * @param {User} me
 * @param {Room} room
 * @param {Message} message
 * @param {number} now milliseconds
 */
export function deletes(me, room, { sender, kind }, now) {
  if (!room.membership) return false;
  return (sender.username === me.username && kind !== 'system') || (rankIn(me, room) > 0 && !mutedIn(room, now));
}

/**
 * @param {Room} room
 * @param {number} now milliseconds
 * @returns {boolean} whether one is muted there
 */
export function mutedIn({ membership }, now) {
  if (!membership?.muted) return false;
  const { mutedUntil } = membership;
  return !mutedUntil || Date.parse(mutedUntil) > now;
}

/**
 * The roles that one may give somebody: an owner to those below, and to themselves; an admin of the server to everybody.
 * @param {User} me
 * @param {Room} room
 * @param {Pick<Member, 'user' | 'role'>} member
 * @returns {Role[]} from the highest; empty where one may give them none
 */
export function rolesFor(me, room, { user, role }) {
  const reaches = me.role === 'admin' || role !== 'owner' || user.username === me.username;
  if (rankIn(me, room) < 2 || !reaches) return [];
  return room.name === 'main' ? ['moderator', 'member'] : ['owner', 'moderator', 'member'];
}

/**
 * Whether a room would be left without an owner; where not all members are known, only the server can say.
 * @param {Pick<Member, 'user' | 'role'>} member
 * @param {MemberPage} page
 */
export function lastOwner({ user, role }, { members, next }) {
  return role === 'owner' && !next && members.every((other) => other.role !== 'owner' || other.user.username === user.username);
}
