/** @import {Message, User} from './wire.js' */
/** @import {Entry} from './outbox.js' */

/** Messages of one author within this time are grouped under one name. */
export const GROUP_MS = 5 * 60_000;

/**
 * @typedef {object} Row one article of the timeline
 * @property {string} key stays the same when the confirmed message replaces the sent one
 * @property {Message} message
 * @property {Entry} [entry] set until the server confirms the message
 * @property {boolean} starts whether the row shows the author
 * @property {string | null} day the local day that begins with this row, as year-month-day
 * @property {boolean} divider whether the unread messages begin with this row
 */

/**
 * @param {Message[]} messages
 * @param {Entry[]} entries shown after the messages
 * @param {{me: User, dividerAfter: number | null, startsDay: boolean}} view `startsDay`: the first row shows its day
 * @returns {Row[]}
 */
export function rowsOf(messages, entries, { me, dividerAfter, startsDay }) {
  const confirmed = new Set(messages.filter((message) => isMine(message, me)).map((message) => message.clientId));
  const pending = entries.filter((entry) => !confirmed.has(entry.clientId));
  const all = [
    ...messages.map((message) => ({ message, entry: undefined })),
    ...pending.map((entry) => ({ message: asMessage(entry, me), entry })),
  ];
  let divided = dividerAfter === null;
  /** @type {Row | undefined} */
  let before;
  return all.map(({ message, entry }) => {
    const divider = !divided && !entry && message.seq > (dividerAfter ?? 0) && isForeign(message, me);
    divided ||= divider;
    const day = before || startsDay ? newDay(before?.message, message) : null;
    const starts = day !== null || divider || !before || !follows(before.message, message);
    before = { key: keyOf(message, me), message, entry, starts, day, divider };
    return before;
  });
}

/**
 * Only the user's own client ids are keys: other users could choose equal ones.
 * @param {Message} message
 * @param {User} me
 */
function keyOf(message, me) {
  return isMine(message, me) && message.clientId ? message.clientId : `#${message.seq}`;
}

/**
 * @param {Message} message
 * @param {User} me
 */
const isMine = (message, me) => message.sender.username === me.username;

/**
 * @param {Message} message
 * @param {User} me
 */
const isForeign = (message, me) => !isMine(message, me) && message.kind !== 'system';

/**
 * @param {Message | undefined} before
 * @param {Message} message
 */
function newDay(before, message) {
  const day = localDay(message.createdAt);
  return before && localDay(before.createdAt) === day ? null : day;
}

/** @param {string} time */
export function localDay(time) {
  const date = new Date(time);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * @param {Message} before
 * @param {Message} message
 */
function follows(before, message) {
  if (message.kind === 'system' || before.kind === 'system' || message.replyTo) return message.kind === before.kind && !message.replyTo;
  const apart = Date.parse(message.createdAt) - Date.parse(before.createdAt);
  return samePerson(before.sender, message.sender) && apart < GROUP_MS;
}

/**
 * People of an imported room have no usernames.
 * @param {Message['sender']} one
 * @param {Message['sender']} other
 */
function samePerson(one, other) {
  return one.username === other.username && (one.username !== null || one.displayName === other.displayName);
}

/**
 * @param {Entry} entry
 * @param {User} me
 * @returns {Message}
 */
function asMessage(entry, me) {
  const { clientId, body, attachments, replyTo, createdAt } = entry;
  const { username, displayName, avatarUrl } = me;
  const sender = { username, displayName, avatarUrl };
  return { room: null, seq: 0, clientId, kind: 'text', sender, body, attachments, replyTo, createdAt, deleted: false };
}
