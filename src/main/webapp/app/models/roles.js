/** @import {Member, MemberPage, Role, Room, User} from './wire.js' */
import { isGroup } from './groups.js';

/** @type {Record<Role, number>} */
const RANKS = { member: 0, moderator: 1, owner: 2 };

/**
 * @param {Role | undefined} role
 * @returns {number} 0 for a member or a non-member, 1 for a moderator, 2 for an owner
 */
export const rankOf = (role) => (role ? RANKS[role] : 0);

/**
 * @param {User} me
 * @param {Room} room
 * @returns {number} as {@link rankOf}; a server admin has the rights of an owner in every room
 */
export function rankIn(me, { membership, kind }) {
  if (kind === 'direct') return 0;
  return me.role === 'admin' ? 2 : rankOf(membership?.role);
}

/**
 * Whether the user may moderate another user: staff may moderate lower ranks, a server admin everybody else.
 * @param {User} me
 * @param {Room} room
 * @param {User} them
 * @param {Role} [role] their role in the room; a non-member has none
 */
export function actsOn(me, room, them, role) {
  const rank = rankIn(me, room);
  const above = them.role !== 'admin' && (me.role === 'admin' || rank > rankOf(role));
  return rank > 0 && above && me.username !== them.username;
}

/**
 * @param {Room} room
 * @param {number} now milliseconds
 * @returns {boolean} whether the user is muted there
 */
export function mutedIn({ membership }, now) {
  if (!membership?.muted) return false;
  const { mutedUntil } = membership;
  return !mutedUntil || Date.parse(mutedUntil) > now;
}

/**
 * The roles that the user may give a member. In a group all are equals and keep their role. Elsewhere an owner may change lower ranks and themselves, a server admin everybody.
 * @param {User} me
 * @param {Room} room
 * @param {Pick<Member, 'user' | 'role'>} member
 * @returns {Role[]} from the highest; empty if the user may not change the role
 */
export function rolesFor(me, room, { user, role }) {
  if (isGroup(room)) return [];
  const reaches = me.role === 'admin' || role !== 'owner' || user.username === me.username;
  if (rankIn(me, room) < 2 || !reaches) return [];
  return room.name === 'main' ? ['moderator', 'member'] : ['owner', 'moderator', 'member'];
}

/**
 * Whether this member is the room's last owner. If not all members are loaded, only the server knows.
 * @param {Pick<Member, 'user' | 'role'>} member
 * @param {MemberPage} page
 */
export function lastOwner({ user, role }, { members, next }) {
  return role === 'owner' && !next && members.every((other) => other.role !== 'owner' || other.user.username === user.username);
}
