/** @import {RoomState} from './room-state.js' */
/** @import {Message, User} from './wire.js' */
import { mutedIn, rankIn } from './roles.js';

/** @typedef {Pick<Message, 'kind' | 'deleted'>} Kind */

/**
 * What the user may do in a room or conversation, as far as the page knows. The page offers nothing else. Only the
 * server knows whether the user is blocked; the page learns it from a refusal.
 */
export class May {
  /**
   * @param {User} me
   * @param {Pick<RoomState, 'room' | 'refused'>} state
   * @param {number} [now] milliseconds
   */
  constructor(me, { room, refused }, now = Date.now()) {
    this.me = me;
    this.room = room;
    this.refused = refused;
    this.muted = mutedIn(room, now);
  }

  /** Whether the user belongs to the room, or the other person of the conversation still has an account. */
  get #inside() {
    return Boolean(this.room.peer ? this.room.peer.username : this.room.membership);
  }

  get write() {
    return this.#inside && !this.room.archived && !this.muted && !this.refused;
  }

  /** @param {Kind} message */
  reply(message) {
    return said(message) && this.write;
  }

  /** @param {Message} message */
  edit(message) {
    return this.#owns(message) && this.write;
  }

  /** @param {Kind} message */
  react(message) {
    return said(message) && this.write;
  }

  /** @param {Kind} message from which the user may take their reactions back, even if muted or blocked */
  withdraw(message) {
    return said(message) && this.#inside && !this.room.archived;
  }

  /** @param {Kind} message that staff may pin or unpin, and both people of a conversation */
  pin(message) {
    const { room, me, muted } = this;
    return said(message) && (room.peer ? this.write : Boolean(room.membership) && rankIn(me, room) > 0 && !muted);
  }

  /** @param {Message} message from which the user may mark the room unread */
  unread(message) {
    return said(message) && !this.#owns(message) && Boolean(this.room.membership);
  }

  /** @param {Message} message */
  report(message) {
    return said(message) && !this.#owns(message);
  }

  /** @param {Kind} message */
  link(message) {
    return said(message);
  }

  /** @param {Message} message the user's own, or any for staff who are not muted */
  delete(message) {
    const { room, me, muted } = this;
    return said(message) && Boolean(room.membership) && (this.#owns(message) || (rankIn(me, room) > 0 && !muted));
  }

  /** @param {Message} message */
  #owns(message) {
    return said(message) && message.sender.username === this.me.username;
  }
}

/** @param {Kind} message @returns {boolean} whether a person said it and it is still there */
const said = ({ kind, deleted }) => kind !== 'system' && !deleted;

/**
 * The server has answered something that the user wrote. In a conversation only blocked people are forbidden to write.
 * @param {RoomState | undefined} state
 * @param {string} [code] of the refusal; undefined if the server has accepted it
 */
export function heedAnswer(state, code) {
  const refused = code === 'forbidden';
  if (!state?.direct || (code && !refused) || state.refused === refused) return;
  state.refused = refused;
  state.changed();
}
