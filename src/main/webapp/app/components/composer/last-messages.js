/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message, Quote} from '../../models/wire.js' */
import { May } from '../../models/may.js';
import { quoteOf } from '../../models/quotes.js';

/** @param {Pick<Chat, 'me'>} chat @param {RoomState} state @returns {Quote | null} of the last message of another person, if the user may reply to it */
export function lastToReplyTo({ me }, state) {
  const may = new May(me, state);
  const last = state.timeline.messages.findLast((message) => state.counts(message));
  return last && may.reply(last) ? quoteOf(last) : null;
}

/**
 * @param {Pick<Chat, 'me' | 'deleting'>} chat
 * @param {RoomState} state
 * @param {boolean} inThread
 * @returns {Message | null} the user's own last message that they may edit
 */
export function lastToEdit({ me, deleting }, state, inThread) {
  const may = new May(me, state);
  const messages = inThread ? state.timeline.thread?.replies ?? [] : state.timeline.messages;
  return deleting.deletions.without(state.id, messages).findLast((message) => may.edit(message)) ?? null;
}
