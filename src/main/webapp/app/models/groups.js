/** @import {RoomState} from './room-state.js' */
/** @import {Room, User} from './wire.js' */

/** How many people a group has at most, with the user. A larger room has a name. */
export const MOST = 8;

/** @param {Pick<Room, 'kind' | 'name'>} room @returns {boolean} whether it is a private room without a name, known by its people */
export const isGroup = ({ kind, name }) => kind === 'private' && !name;

/**
 * @param {Pick<Room, 'people'>} room
 * @param {string} me
 * @returns {User[]} the people of a group, without the user
 */
export const othersIn = ({ people = [] }, me) => people.filter(({ username }) => username !== me);

/**
 * @param {Pick<Room, 'people'>} room
 * @param {string} me
 * @returns {string} the names of the others, which stand for the name of a group; empty if all of them have left
 */
export const namesIn = (room, me) => othersIn(room, me).map(({ displayName, username }) => displayName || username).join(', ');

/** @param {RoomState} state @returns {string} what a room or a conversation can be found by */
export function searchedIn({ room, me }) {
  const people = room.peer ? [room.peer] : othersIn(room, me);
  return isGroup(room) || room.peer ? people.map(({ displayName, username }) => `${displayName}\n${username}`).join('\n') : room.name;
}
