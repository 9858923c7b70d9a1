/** @import {Message, Room} from './wire.js' */

/**
 * @typedef {object} Arrival a message that has just come, and how things stand at that moment
 * @property {Message} message
 * @property {Room} room
 * @property {string} me
 * @property {boolean} fresh whether it came live and for the first time: what is caught up is not news
 * @property {boolean} watched whether somebody looks at this very room, in a window in front
 * @property {boolean} speaker whether this tab is the one of all that speaks
 *
 * @typedef {{notices: boolean, sound: boolean}} Wishes what the reader has turned on in this browser
 */

/** As much of a message as a notification shows. */
const SHOWN = 200;

/** What a room may tell of. @type {readonly ('all' | 'mentions' | 'none')[]} */
export const OCCASIONS = ['all', 'mentions', 'none'];

/**
 * @param {Arrival} arrival
 * @param {Wishes} wishes
 * @returns {{notice: boolean, sound: boolean}} what it is worth to the reader
 */
export function attentionTo({ message, room, me, fresh, watched, speaker }, wishes) {
  const worth = fresh && speaker && !watched && concerns(message, room, me);
  return { notice: worth && wishes.notices, sound: worth && wishes.sound };
}

/** @param {Message} message @param {string} me whether it speaks to the reader in particular */
export const mentions = (message, me) => message.mentions?.includes(me) ?? false;

/**
 * @param {{room: Room, unread: number}[]} states
 * @returns {number} how much waits in what the reader wants to hear of
 */
export const waitingIn = (states) => states.reduce((sum, state) => sum + waiting(state), 0);

/** @param {string} body @returns {string} how it begins */
export function excerptOf(body) {
  const characters = [...body.trim()];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : characters.join('');
}

/** @param {string} name in plain text, where no element keeps it from turning round what stands beside it */
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
