/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {ScrollKeeper} from './scroll-keeper.js' */

/** So close to an end of what the page holds, the next stretch is fetched. */
const AHEAD_PX = 700;

/** What follows from somebody looking at a room: it is read, more of it is fetched, and what came unseen is marked. */
export class Looking {
  #unreadBefore;

  /**
   * @param {Chat} chat
   * @param {RoomState} state
   * @param {ScrollKeeper} keeper
   */
  constructor(chat, state, keeper) {
    this.chat = chat;
    this.state = state;
    this.keeper = keeper;
    this.#unreadBefore = state.unread;
    if (state.unread) state.dividerAfter = state.unreadAfter;
  }

  /** The rows have changed, or the reader has moved or come back. */
  look() {
    if (!this.state.failure) this.#fetchNear();
    if (attending()) this.#read();
  }

  /** Messages that come while nobody looks begin with a divider; one that is there stays until the room is left. */
  moveDivider() {
    const { state, keeper } = this;
    const fresh = this.#unreadBefore === 0 && state.unread > 0;
    this.#unreadBefore = state.unread;
    if (fresh && (!attending() || (!keeper.atEnd && state.dividerAfter === null))) state.dividerAfter = state.unreadAfter;
  }

  #fetchNear() {
    const { chat, state, keeper } = this;
    if (keeper.above < AHEAD_PX && state.timeline.hasBefore) chat.paging.older(state);
    else if (keeper.below < AHEAD_PX && state.timeline.hasAfter) chat.paging.newer(state);
    else state.timeline.trim(keeper.atEnd ? 'start' : 'end');
  }

  /** At the end everything has been read, changes that took a number included; above it what is on the screen. */
  #read() {
    const { chat, state, keeper } = this;
    const seen = Number(keeper.lastSeen()?.dataset.seq ?? 0);
    if (keeper.atEnd && !state.timeline.hasAfter) chat.reading.read(state, Math.max(state.numbers.upTo, state.timeline.last));
    else if (seen) chat.reading.read(state, seen);
  }
}

/** Whether somebody is there to read. */
const attending = () => document.visibilityState === 'visible' && document.hasFocus();
