/** @import {Message, Room} from './wire.js' */

/**
 * @typedef {object} Arrival a message that has just come, and the state at that moment
 * @property {Message} message
 * @property {Room} room
 * @property {string} me
 * @property {boolean} fresh whether it came live and for the first time; missed messages are not fresh
 * @property {boolean} watched whether the user is looking at this room, in a window in front
 * @property {boolean} speaker whether this tab is the one that shows notifications for all tabs
 *
 * @typedef {{notices: boolean, sound: boolean}} Wishes what the user has turned on in this browser
 */

/** The most characters of a message in a notification. */
const SHOWN = 200;

/** The choices for a room's notifications. @type {readonly ('all' | 'mentions' | 'none')[]} */
export const OCCASIONS = ['all', 'mentions', 'none'];

/**
 * @param {Arrival} arrival
 * @param {Wishes} wishes
 * @returns {{notice: boolean, sound: boolean}} how to notify the user
 */
export function attentionTo({ message, room, me, fresh, watched, speaker }, wishes) {
  const worth = fresh && speaker && !watched && concerns(message, room, me);
  return { notice: worth && wishes.notices, sound: worth && wishes.sound };
}

/**
 * Whether a message of another user mentions this one. Who receives it live is online.
 * @param {Message} message
 * @param {string} me
 */
export const mentions = (message, me) => Boolean(message.mentionsAll) || (message.mentions?.includes(me) ?? false);

/**
 * @param {{room: Room, unread: number}[]} states
 * @returns {number} the number of unread messages that the user wants to be notified of
 */
export const waitingIn = (states) => states.reduce((sum, state) => sum + waiting(state), 0);

/**
 * @param {string} body
 * @param {number} [most] characters
 * @returns {string} the beginning of the body
 */
export function excerptOf(body, most = SHOWN) {
  if (body.length <= most) return body.trim();
  // A character has at most two units.
  const characters = [...body.trim().slice(0, 2 * most + 1)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

/** @param {string} name put between isolates, so that a right-to-left name does not reorder plain text around it */
export const isolated = (name) => `\u2068${name}\u2069`;

/**
 * @param {Message} message
 * @param {Room} room
 * @param {string} me
 */
function concerns(message, room, me) {
  if (message.kind === 'system' || message.deleted || message.sender.username === me) return false;
  const occasion = occasionOf(room);
  return occasion === 'all' || (occasion === 'mentions' && (mentions(message, me) || message.replyTo?.username === me));
}

/** @param {{room: Room, unread: number}} state */
function waiting({ room, unread }) {
  const occasion = occasionOf(room);
  if (occasion === 'mentions') return room.membership?.mentions ?? 0;
  return occasion === 'none' ? 0 : unread;
}

/** @param {Room} room */
const occasionOf = (room) => room.membership?.notify ?? 'all';
