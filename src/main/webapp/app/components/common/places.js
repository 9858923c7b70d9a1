/** @import {Chat} from '../../chat.js' */
/** @import {Item} from '../../models/palette.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Room, User} from '../../models/wire.js' */
import { language, t } from '../../language.js';
import { conversationWith } from '../../models/address.js';
import { namesIn, othersIn } from '../../models/groups.js';
import { addressIn, directAddress, roomAddress } from '../../models/route.js';
import { talks } from '../../models/side.js';
import { nameOf } from './pieces.js';

/**
 * A room, a person or a group that the user can go to. The id is that of the room or conversation.
 * @typedef {Item & ({kind: 'room', room: Room, state?: RoomState, address: string}
 *   | {kind: 'person', user: User, state?: RoomState, address: string}
 *   | {kind: 'person', others: User[], state: RoomState, address: string})} Goal
 */

/** @param {Chat} chat @returns {Goal[]} the user's rooms and conversations */
export const ownPlaces = (chat) => [
  ...chat.rooms.listed('', language.collator).map(ownRoom),
  ...talks(chat, '').flatMap((state) => (state.direct ? ownConversation(chat, state) : ownGroup(state))),
];

/**
 * @param {Chat} chat
 * @param {Room[]} rooms from the server
 * @returns {Goal[]} those that the user is not in
 */
export const otherRooms = (chat, rooms) => rooms.filter(({ id }) => !chat.rooms.find(id))
  .map((room) => ({ id: room.id, kind: 'room', names: [room.name], room, address: roomAddress(room.name) }));

/**
 * @param {Chat} chat
 * @param {User[]} users from the server
 * @returns {Goal[]} those with whom the user has no conversation yet
 */
export const otherPeople = (chat, users) => users.filter(({ username }) => !chat.conversations.find(username)?.room.head)
  .map((user) => person(chat, user, directAddress(user.username)));

/** @param {RoomState} state @returns {Goal} */
const ownRoom = (state) => ({ id: state.id, kind: 'room', names: [state.room.name], room: state.room, state, address: addressIn(state.room) });

/** @param {Chat} chat @param {RoomState} state @returns {Goal[]} none if the other person's account was deleted */
const ownConversation = (chat, state) => (state.room.peer?.username ? [{ ...person(chat, state.room.peer, addressIn(state.room)), state }] : []);

/** @param {RoomState} state of a group @returns {Goal[]} none if all others have left */
function ownGroup(state) {
  const { id, room, me } = state;
  const others = othersIn(room, me);
  return others.length ? [{ id, kind: 'person', names: [namesIn(room, me), others.map(({ username }) => username).join(' ')], others, state, address: addressIn(room) }] : [];
}

/**
 * @param {Chat} chat
 * @param {User} user
 * @param {string} address
 * @returns {Goal & {kind: 'person', user: User}}
 */
function person(chat, user, address) {
  const { username } = user;
  const notes = username === chat.me.username ? [t('direct.notes')] : [];
  return { id: conversationWith(username), kind: 'person', names: [...notes, nameOf(user), username], user, address };
}
