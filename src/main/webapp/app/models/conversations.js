/** @import {Frame, Room, User} from './wire.js' */
/** @import {RoomState} from './room-state.js' */
import { conversationWith } from './address.js';
import { Followed } from './followed.js';

/** The user's private conversations, by the other user. An open conversation without messages is one of them, too. */
export class Conversations extends Followed {
  /** Conversations with users who have deleted their account meanwhile, by the former id. @type {Map<string, RoomState>} */
  #former = new Map();

  /** @param {Room[]} conversations the server's list of all conversations that have messages */
  reset(conversations) {
    for (const conversation of conversations) this.add(conversation);
    this.loaded = true;
    this.changed();
  }

  /** @param {string | null | undefined} usernameOrId the other's name in any case, or the server's id of the conversation */
  find(usernameOrId) {
    if (!usernameOrId) return undefined;
    const wanted = conversationWith(usernameOrId.normalize('NFKC')).toLowerCase();
    return this.byId.get(wanted) ?? this.all.find((state) => state.id.toLowerCase() === wanted || state.room.id === usernameOrId) ?? this.#former.get(wanted);
  }

  /**
   * The other user has deleted their account. From now on the conversation is named by its id. An open page still finds
   * it by the name.
   * @param {Room} update
   * @returns {string | undefined} the name that nobody has any more
   */
  forsaken({ id, peer, archived }) {
    const state = this.all.find(({ room }) => room.id === id);
    const former = state?.room.peer?.username;
    if (!state || !former) return undefined;
    this.byId.delete(state.id);
    this.#former.set(state.id.toLowerCase(), state);
    state.update({ peer, archived });
    this.byId.set(state.id, state);
    this.changed();
    return former;
  }

  /** @returns {RoomState[]} the conversations that have messages, the latest first */
  get begun() {
    return this.all.filter((state) => state.room.head > 0).sort(latestFirst);
  }

  /**
   * @param {Frame} frame
   * @param {number} now milliseconds
   */
  apply(frame, now) {
    return this.bring(this.find(frame.with ?? frame.to), frame, now);
  }

  /** @param {Pick<User, 'username'> & Partial<User>} news of a user, perhaps one in a conversation */
  present(news) {
    const state = this.find(news.username);
    if (state?.room.peer) state.update({ peer: { ...state.room.peer, ...news } });
  }
}

/** @param {RoomState} one @param {RoomState} other */
export const latestFirst = (one, other) => latest(other).localeCompare(latest(one));

/** @param {RoomState} state */
const latest = ({ room }) => room.lastMessage?.createdAt ?? room.createdAt;
