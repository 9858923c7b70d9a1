/** @import {ActivityItem, ActivityPage, Frame} from './wire.js' */
import { mentions } from './attention.js';

/** The kinds of the list, and all of them together. @type {readonly ('all' | 'mention' | 'reply' | 'reaction')[]} */
export const KINDS = ['all', 'mention', 'reply', 'reaction'];

/** Frames that may change an item which is shown already. */
const CHANGING = new Set(['message_edited', 'message_deleted', 'reaction_removed']);

/** What others did that concerns the user, of one kind, as far as it is loaded. */
export class ActivityList {
  /** @type {ActivityItem[] | null} null until it is loaded */
  items = null;
  /** @type {string | null} */
  next = null;

  /** @param {number} least @param {number} most @returns {number} how many items there are, within these bounds */
  length(least, most) {
    return Math.min(most, Math.max(least, this.items?.length ?? 0));
  }

  /** @param {ActivityPage} page the newest */
  show({ items, next }) {
    this.items = items;
    this.next = next;
  }

  /** @param {ActivityPage} page what follows */
  append({ items, next }) {
    this.items = [...(this.items ?? []), ...items];
    this.next = next;
  }
}

/**
 * @param {Frame} frame
 * @param {string} me
 * @param {(seq: number) => boolean} isMine whether a message of this room, which the page holds, is the user's
 * @returns {boolean} whether it brings something new that concerns the user
 */
export function isNews({ type, message, username, target }, me, isMine) {
  if (type === 'new_message' || type === 'private_message') {
    return message.sender.username !== me && !message.deleted && (mentions(message, me) || message.replyTo?.username === me);
  }
  return type === 'reaction_added' && username !== me && isMine(target);
}

/**
 * @param {Frame} frame
 * @returns {boolean} whether the list may look different now, although the frame brings nothing new. A reaction may be to
 *   a message that the page does not hold; a notification comes also of rooms that the page does not follow.
 */
export const mayChange = ({ type, kind }) => CHANGING.has(type) || type === 'reaction_added' || (type === 'notification' && (kind === 'mention' || kind === 'reply'));

/** @param {ActivityItem} item @returns {string} the same for an item that is loaded again */
export const keyOf = ({ kind, room, with: peer, seq, by, emoji }) => [kind, room ?? `@${peer}`, seq, by, emoji].join(' ');
