/** @import {RoomState} from '../models/room-state.js' */
/** @import {Frame} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { isMuted } from '../models/side.js';

/**
 * The user arranges rooms and conversations for themselves: favourites, and what to be notified about. The server tells
 * all pages of the user.
 */
export class Arranging {
  /** What a muted room notified about before, by id. @type {Map<string, string>} */
  #before = new Map();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {boolean} favourite
   */
  async favourite(state, favourite) {
    await this.chat.session.call('PUT', `${state.path}/favourite`, { body: { favourite } });
    set(state, { favourite });
  }

  /**
   * @param {RoomState} state
   * @param {string} notify `all`, `mentions` or `none`
   */
  async notify(state, notify) {
    const was = state.room.membership?.notify;
    await this.chat.session.call('PUT', `${state.path}/notify`, { body: { notify } });
    if (was && was !== 'none') this.#before.set(state.id, was);
    set(state, { notify });
  }

  /** @param {RoomState} state gets muted, or notifies again as before */
  mute(state) {
    const usual = state.room.kind === 'public' ? 'mentions' : 'all';
    return this.notify(state, isMuted(state) ? (this.#before.get(state.id) ?? usual) : 'none');
  }

  /** @param {Frame} frame */
  frame({ type, kind, id, favourite, notify }) {
    if (type !== 'notification' || kind !== 'membership') return;
    const state = this.chat.all.find(({ room }) => room.id === id);
    if (state) set(state, { favourite, notify });
  }
}

/**
 * @param {RoomState} state
 * @param {{favourite?: boolean, notify?: string}} chosen
 */
function set(state, chosen) {
  const { membership } = state.room;
  if (membership) state.update({ membership: { ...membership, ...chosen } });
}
