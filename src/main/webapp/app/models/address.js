/**
 * Where something is said: a room, known by its lasting id `~…`, or a private conversation, known by `@` and the other's
 * username, since one that nobody has begun has no id yet. Neither ever changes, so outboxes and drafts keep to them.
 */

/** @param {string} username or, of somebody who is gone, the conversation's id */
export const conversationWith = (username) => `@${username}`;

/** @param {string} id */
export const isPrivate = (id) => id.startsWith('@');

/** @param {string} id @returns {string} where REST has it, below `api/` */
export const pathOf = (id) => (isPrivate(id) ? `direct/${encodeURIComponent(id.slice(1))}` : `rooms/${encodeURIComponent(id)}`);

/** @param {string} id @returns {{to: string} | {room: string}} how a frame names it */
export const addressOf = (id) => (isPrivate(id) ? { to: id.slice(1) } : { room: id });
