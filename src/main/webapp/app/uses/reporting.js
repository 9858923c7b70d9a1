/** @import {Chat} from '../chat.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Frame, Report, ReportPage, ReportState} from '../models/wire.js' */
import { rankIn } from '../models/roles.js';

/**
 * Where reports are settled: in a room, or for the whole server.
 * @typedef {object} Desk
 * @property {(which: ReportState, cursor?: string | null) => Promise<ReportPage>} page
 * @property {(report: Report, state: ReportState) => Promise<Report>} settle
 */

/** Reports of messages: making them, and settling them as staff. */
export class Reporting {
  /** How many reports are open in rooms where the user is staff, by the room's id. @type {Map<string, number>} */
  #open = new Map();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state of a room or conversation
   * @param {number} seq
   * @param {string} reason
   */
  report({ path }, seq, reason) {
    return this.chat.session.call('POST', `${path}/messages/${seq}/reports`, { body: { reason } });
  }

  /** @param {RoomState} state @returns {Desk} the desk of the room's owners and moderators */
  inRoom(state) {
    const desk = this.#desk(`${state.path}/reports`);
    return {
      ...desk,
      page: async (which, cursor) => {
        const page = await desk.page(which, cursor);
        this.#counted(state.id, page.open);
        return page;
      },
    };
  }

  /** @returns {Desk} the desk of the server's administrators; it includes private messages */
  everywhere() {
    return this.#desk('admin/reports');
  }

  /** @param {string} path @returns {Desk} */
  #desk(path) {
    const { session } = this.chat;
    return {
      page: (which, cursor) => session.call('GET', path, { query: { state: which, cursor } }),
      settle: ({ id }, state) => session.call('PATCH', `${path}/${encodeURIComponent(id)}`, { body: { state } }),
    };
  }

  /** @param {RoomState} state @returns {number} the known number of open reports */
  openIn({ id }) {
    return this.#open.get(id) ?? 0;
  }

  /** @param {RoomState} state whose open reports are counted again, if the user is staff there */
  async learn({ id, path, room }) {
    if (rankIn(this.chat.me, room) === 0) return;
    const page = await this.chat.session.call('GET', `${path}/reports`, { query: { state: 'open', limit: 1 } }).catch(() => null);
    if (page) this.#counted(id, page.open);
  }

  /** @param {Frame} frame of the user's own feed */
  frame(frame) {
    if (frame.type === 'notification' && frame.kind === 'report') this.#counted(frame.id, frame.open);
  }

  /**
   * @param {string} id
   * @param {number} open
   */
  #counted(id, open) {
    this.#open.set(id, open);
    this.chat.rooms.find(id)?.changed();
  }
}
