/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message, Quote} from '../../models/wire.js' */

/** @param {RoomState} state @returns {Quote | null} of the last message that can be replied to */
export function lastToReplyTo(state) {
  const last = state.timeline.messages.findLast((message) => state.counts(message));
  return last ? { seq: last.seq, username: last.sender.username, excerpt: last.body.slice(0, 200) } : null;
}

/** @param {RoomState} state @param {boolean} inThread @returns {Message | null} the user's own last message */
export const lastToEdit = ({ me, timeline }, inThread) =>
  (inThread ? timeline.thread?.replies ?? [] : timeline.messages).findLast(({ sender, kind, deleted }) => sender.username === me && kind !== 'system' && !deleted) ?? null;
