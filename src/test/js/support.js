/** @import {Member, Message, Room, User} from '../../main/webapp/app/models/wire.js' */

/** The signed-in user of the tests. @type {User} */
export const ann = {
  username: 'ann', displayName: 'Ann', bio: '', avatarUrl: null, role: 'user', presence: 'online', lastSeenAt: null, createdAt: '2026-11-01T08:00:00.000Z',
};

/**
 * @param {number} seq
 * @param {Partial<Message> & {by?: string}} [more]
 * @returns {Message}
 */
export function message(seq, { by = 'bob', ...more } = {}) {
  const createdAt = new Date(Date.UTC(2026, 10, 21, 9, 0, seq)).toISOString();
  const sender = { username: by, displayName: by, avatarUrl: null };
  return { room: 'r', seq, clientId: `c${seq}`, kind: 'text', sender, body: `m${seq}`, replyTo: null, createdAt, editedAt: null, deleted: false, ...more };
}

/**
 * @param {number} from
 * @param {number} to
 */
export const messages = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

/**
 * @param {number} seq
 * @param {Partial<Message> & {by?: string}} [more]
 */
export const posted = (seq, more) => ({ type: 'new_message', room: 'r', seq, message: message(seq, more) });

/**
 * @param {Partial<Room>} [more]
 * @returns {Room}
 */
export function room(more = {}) {
  return {
    id: '~r', name: 'r', topic: '', kind: 'public', hasPassword: false, owner: 'ann', archived: false, slowModeSeconds: 0,
    createdAt: '2026-11-01T08:00:00.000Z', head: 0, memberCount: 2, onlineCount: 1, lastMessage: null,
    membership: { role: 'owner', readSeq: 0, deliveredSeq: 0, unreadFrom: null, unread: 0, mentions: 0, muted: false, mutedUntil: null, favourite: false, notify: 'all' },
    ...more,
  };
}

/**
 * @param {string} username of the other user
 * @param {Partial<Room>} [more]
 * @returns {Room}
 */
export const conversation = (username, more = {}) =>
  room({ id: `~${username}`, name: /** @type {any} */ (null), kind: 'direct', owner: null, peer: { ...ann, username, displayName: username }, ...more });

/**
 * @param {string[]} usernames of its people
 * @param {Partial<Room>} [more]
 * @returns {Room} a private room without a name
 */
export const group = (usernames, more = {}) =>
  room({ id: '~g', name: /** @type {any} */ (null), kind: 'private', memberCount: usernames.length, people: usernames.map((username) => ({ ...ann, username, displayName: username })), ...more });

/**
 * @param {string} username
 * @param {number} deliveredSeq
 * @param {number} readSeq
 * @returns {Member}
 */
export const member = (username, deliveredSeq, readSeq) =>
  ({ user: { ...ann, username, displayName: username }, role: 'member', online: true, joinedAt: ann.createdAt, deliveredSeq, readSeq });
