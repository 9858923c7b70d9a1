/**
 * Ids of rooms and conversations. A room has the fixed id `~…`. A private conversation has `@` and the other user's
 * name, because it has no id before its first message. These ids never change, so outboxes and drafts use them.
 */

/** @param {string} username or the conversation's id, if the other user was deleted */
export const conversationWith = (username) => `@${username}`;

/** @param {string} id */
export const isPrivate = (id) => id.startsWith('@');

/** @param {string} id @returns {string} the REST path, below `api/` */
export const pathOf = (id) => (isPrivate(id) ? `direct/${encodeURIComponent(id.slice(1))}` : `rooms/${encodeURIComponent(id)}`);

/** @param {string} id @returns {{to: string} | {room: string}} the fields that address it in a frame */
export const addressOf = (id) => (isPrivate(id) ? { to: id.slice(1) } : { room: id });
