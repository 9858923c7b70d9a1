/** @import {RoomState} from '../models/room-state.js' */
/** @import {AuditPage, Sanction} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */

/** Moderation of people in a room, and its audit log. */
export class Moderating {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {string} username
   * @param {string} reason
   */
  kick({ path }, username, reason) {
    return this.chat.session.call('DELETE', `${path}/members/${encodeURIComponent(username)}`, { query: { reason } });
  }

  /**
   * @param {RoomState} state
   * @param {'bans' | 'mutes'} list
   * @param {{username: string, reason: string, until: string | null}} sanction
   */
  impose({ path }, list, sanction) {
    return this.chat.session.call('POST', `${path}/${list}`, { body: sanction });
  }

  /**
   * @param {RoomState} state
   * @param {'bans' | 'mutes'} list
   * @param {string} username
   */
  lift({ path }, list, username) {
    return this.chat.session.call('DELETE', `${path}/${list}/${encodeURIComponent(username)}`);
  }

  /**
   * @param {RoomState} state
   * @param {'bans' | 'mutes'} list
   * @returns {Promise<Sanction[]>}
   */
  async sanctions({ path }, list) {
    const page = await this.chat.session.call('GET', `${path}/${list}`, { query: { limit: 200 } });
    return page[list];
  }

  /**
   * @param {RoomState} state
   * @param {string | null} [cursor]
   * @returns {Promise<AuditPage>}
   */
  audit({ path }, cursor) {
    return this.chat.session.call('GET', `${path}/audit`, { query: { cursor } });
  }
}
