/** @import {Invite, InvitePage, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */

/** Links into a room: staff makes and revokes them, and somebody comes in by one. */
export class Inviting {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {{expiresIn: number | null, maxUses: number | null}} terms seconds and people; null for no end of either
   * @returns {Promise<Invite>}
   */
  make({ path }, terms) {
    return this.chat.session.call('POST', `${path}/invites`, { body: terms });
  }

  /**
   * @param {RoomState} state
   * @param {string | null} [cursor]
   * @returns {Promise<InvitePage>}
   */
  list({ path }, cursor) {
    return this.chat.session.call('GET', `${path}/invites`, { query: { cursor } });
  }

  /**
   * @param {RoomState} state
   * @param {string} code
   */
  revoke({ path }, code) {
    return this.chat.session.call('DELETE', `${path}/invites/${encodeURIComponent(code)}`);
  }

  /** @param {string} code @returns {Promise<RoomState>} the room one is in from now on, or was already */
  async accept(code) {
    /** @type {Room} */
    const room = await this.chat.session.call('POST', `invites/${encodeURIComponent(code)}`);
    return this.chat.following.joined(room);
  }
}
