/** @import {RoomState} from './room-state.js' */
/** @import {Sender} from './wire.js' */

/**
 * @param {RoomState} state
 * @param {string} username
 * @returns {Sender | undefined} the person, if the page has met them in this room: as a member, or by a message
 */
export function met({ room: { peer, people = [] }, members, timeline }, username) {
  const known = [...(members?.list ?? []).map(({ user }) => user), ...people, peer].find((user) => user?.username === username);
  return known ?? timeline.messages.findLast(({ sender }) => sender.username === username)?.sender;
}
