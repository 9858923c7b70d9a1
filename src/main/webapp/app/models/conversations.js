/** @import {Frame, Room, User} from './wire.js' */
/** @import {RoomState} from './room-state.js' */
import { conversationWith } from './address.js';
import { Followed } from './followed.js';

/** One's private conversations, by whom one has them with; those looked at before anything was said are among them. */
export class Conversations extends Followed {
  /** @param {Room[]} conversations the server's list, which has all in which something was said */
  reset(conversations) {
    for (const conversation of conversations) this.add(conversation);
    this.loaded = true;
    this.changed();
  }

  /** @param {string | undefined} username in any case */
  find(username) {
    if (username === undefined) return undefined;
    const wanted = conversationWith(username.normalize('NFKC')).toLowerCase();
    return this.byId.get(wanted) ?? this.all.find((state) => state.id.toLowerCase() === wanted);
  }

  /** @returns {RoomState[]} those in which something was said, the latest first */
  get begun() {
    return this.all.filter((state) => state.room.head > 0).sort((one, other) => latest(other).localeCompare(latest(one)));
  }

  /**
   * @param {string} query a part of the other's name
   * @param {string[]} [held] ids in the order in which they shall stay, because somebody is aiming at one of them
   * @returns {RoomState[]} the list as it is shown: the latest first
   */
  listed(query, held = []) {
    const wanted = query.trim().toLowerCase();
    const place = (/** @type {RoomState} */ { id }) => (held.includes(id) ? held.indexOf(id) : held.length);
    return this.begun
      .filter(({ room: { peer } }) => `${peer?.displayName}\n${peer?.username}`.toLowerCase().includes(wanted))
      .sort((one, other) => place(one) - place(other));
  }

  /**
   * @param {Frame} frame
   * @param {number} now milliseconds
   */
  apply(frame, now) {
    return this.bring(this.find(frame.with ?? frame.to), frame, now);
  }

  /** @param {Pick<User, 'username' | 'presence' | 'lastSeenAt'>} news of somebody one has talked with */
  present({ username, presence, lastSeenAt }) {
    const state = this.find(username);
    if (state?.room.peer) state.update({ peer: { ...state.room.peer, presence, lastSeenAt } });
  }
}

/** @param {RoomState} state */
const latest = ({ room }) => room.lastMessage?.createdAt ?? room.createdAt;
