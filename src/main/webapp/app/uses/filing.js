/** @import {Chat} from '../chat.js' */
/** @import {Sort} from '../models/filed.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Frame} from '../models/wire.js' */
import { Filed } from '../models/filed.js';
import { Observable } from '../models/observable.js';

const SCREENFUL = 30;

/** The files of the room whose list the page shows. */
export class Filing extends Observable {
  /** @type {RoomState | null} */
  state = null;
  filed = new Filed('all');
  busy = false;
  /** Why loading has failed. @type {unknown} */
  failure = null;
  /** Whether a first page has come. */
  loaded = false;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {Sort} [sort]
   */
  show(state, sort = 'all') {
    this.state = state;
    this.filed = new Filed(sort);
    this.loaded = this.busy = false;
    return this.more();
  }

  close() {
    this.state = null;
  }

  /** Loads the first files, and then older ones. */
  async more() {
    const { state, filed } = this;
    if (!state || this.busy) return;
    this.busy = true;
    this.failure = null;
    this.changed();
    try {
      await Promise.all(filed.wanted.map(async ({ kind, cursor }) => {
        const page = await this.chat.session.call('GET', `${state.path}/files`, { query: { kind, cursor, limit: SCREENFUL } });
        filed.append(kind, page);
      }));
      if (filed === this.filed) this.loaded = true;
    } catch (error) {
      if (filed === this.filed) this.failure = error;
    }
    // Another choice is loading by now.
    if (filed !== this.filed) return;
    this.busy = false;
    this.changed();
  }

  /** @param {Frame} frame */
  frame(frame) {
    if (!this.state) return;
    const { room, with: peer } = frame.message ?? frame;
    const where = room ? this.chat.rooms.find(room) : this.chat.conversations.find(peer ?? '');
    if (where === this.state && this.filed.apply(frame)) this.changed();
  }
}
