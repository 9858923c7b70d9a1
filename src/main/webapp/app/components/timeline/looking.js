/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {ScrollKeeper} from './scroll-keeper.js' */

/** Closer than this to an end of the held messages, the page loads more. */
const AHEAD_PX = 700;

/** What the page does while the user looks at a room: it marks messages as read, loads more, and sets the divider. */
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

  /** The rows have changed, or the user has scrolled or come back. */
  look() {
    if (!this.state.failure) this.#fetchNear();
    if (this.#attending) this.#read();
  }

  /** Puts a divider before messages that come while the user does not look. It stays until the user leaves the room. */
  moveDivider() {
    const { state, keeper } = this;
    const fresh = this.#unreadBefore === 0 && state.unread > 0;
    this.#unreadBefore = state.unread;
    if (fresh && (!this.#attending || (!keeper.atEnd && state.dividerAfter === null))) state.dividerAfter = state.unreadAfter;
  }

  get #attending() {
    return attending() && this.keeper.shown;
  }

  #fetchNear() {
    const { chat, state, keeper } = this;
    if (keeper.above < AHEAD_PX && state.timeline.hasBefore) chat.paging.older(state);
    else if (keeper.below < AHEAD_PX && state.timeline.hasAfter) chat.paging.newer(state);
    else state.timeline.trim(keeper.atEnd ? 'start' : 'end');
  }

  /** At the end the user has read everything, numbered changes included. Above the end, only what is on the screen. */
  #read() {
    const { chat, state, keeper } = this;
    const seen = Number(keeper.lastSeen()?.dataset.seq ?? 0);
    if (keeper.atEnd && !state.timeline.hasAfter) chat.reading.read(state, Math.max(state.numbers.upTo, state.timeline.last));
    else if (seen) chat.reading.read(state, seen);
  }
}

/** Whether the user can see this window now. */
const attending = () => document.visibilityState === 'visible' && document.hasFocus();
