/** @import {Invite, InvitePage, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */

/** Invitations to a room: staff create and revoke them, and a user accepts one. */
export class Inviting {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {{expiresIn: number | null, maxUses: number | null}} terms seconds and people; null for no limit
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

  /** @param {string} code @returns {Promise<RoomState>} the room, which the user has now joined or was in already */
  async accept(code) {
    /** @type {Room} */
    const room = await this.chat.session.call('POST', `invites/${encodeURIComponent(code)}`);
    return this.chat.following.joined(room);
  }
}
