/** @import {Conversations} from './conversations.js' */
/** @import {RoomState} from './room-state.js' */
/** @import {Rooms} from './rooms.js' */
import { latestFirst } from './conversations.js';
import { searchedIn } from './groups.js';

/**
 * @typedef {object} View what the user wants to see of the list
 * @property {string} query a part of the name
 * @property {boolean} onlyUnread
 * @property {string | null} current the id of the open room or conversation
 */

/** @param {RoomState} state */
export const isFavourite = ({ room }) => room.membership?.favourite ?? false;

/**
 * @param {{rooms: Rooms, conversations: Conversations}} chat
 * @param {string} query a part of the name of somebody in it
 * @param {string[]} [held] ids that keep this order while the user points at the list
 * @returns {RoomState[]} the conversations that have messages, and the rooms without a name, the latest first
 */
export function talks({ rooms, conversations }, query, held = []) {
  const wanted = query.trim().toLowerCase();
  const place = (/** @type {RoomState} */ { id }) => (held.includes(id) ? held.indexOf(id) : held.length);
  return [...conversations.begun, ...rooms.groups]
    .filter((state) => searchedIn(state).toLowerCase().includes(wanted))
    .sort((one, other) => place(one) - place(other) || latestFirst(one, other));
}

/** @param {RoomState} state whether it notifies of nothing */
export const isMuted = ({ room }) => room.membership?.notify === 'none';

/** @param {RoomState} state whether its entry stands out: a muted one does so only if somebody mentions the user */
export const isNew = (state) => state.unread > 0 && (!isMuted(state) || (state.room.membership?.mentions ?? 0) > 0);

/**
 * The entries of the list. The open one is always there, so that nobody loses sight of where they are. A search looks
 * through everything.
 * @param {RoomState[]} listed rooms or conversations, in their order
 * @param {View} view
 */
export function shown(listed, { query, onlyUnread, current }) {
  return onlyUnread && !query.trim() ? listed.filter((state) => state.id === current || isNew(state)) : listed;
}

/** @param {Rooms} rooms @returns {boolean} whether the user is only in the room in which everybody is */
export const isNewcomer = ({ loaded, all }) => loaded && all.length <= 1;

/**
 * Favourites stand above all others. They keep their places whatever comes, rooms first.
 * @param {RoomState[]} rooms
 * @param {RoomState[]} conversations with the rooms without a name
 * @param {Intl.Collator} collator
 */
export function sections(rooms, conversations, collator) {
  const people = conversations.filter(isFavourite).sort((one, other) => collator.compare(searchedIn(one), searchedIn(other)));
  return {
    favourites: [...rooms.filter(isFavourite), ...people],
    rooms: rooms.filter((state) => !isFavourite(state)),
    conversations: conversations.filter((state) => !isFavourite(state)),
  };
}

/**
 * All that the list shows, in its order.
 * @param {{rooms: Rooms, conversations: Conversations}} chat
 * @param {View} view
 * @param {Intl.Collator} collator
 */
export function entriesOf(chat, view, collator) {
  const all = sections(shown(chat.rooms.listed(view.query, collator), view), shown(talks(chat, view.query), view), collator);
  return [...all.favourites, ...all.rooms, ...all.conversations];
}
