/** @import {Chat} from '../chat.js' */
/** @import {Room, User} from '../models/wire.js' */
import { Observable } from '../models/observable.js';
import { narrowed } from '../models/palette.js';

/** People and rooms that the server finds by a part of a name, beside those that the page knows. */
export class Finding extends Observable {
  /** @type {User[]} */
  users = [];
  /** @type {Room[]} */
  rooms = [];
  /** Why the server did not answer. @type {unknown} */
  failure = null;
  /** Numbers the requests: only the answer to the latest counts. */
  #asked = 0;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
  }

  /** @param {string} typed a name, or a sign for one kind of places before it; nothing else is asked for without a name */
  async find(typed) {
    const asked = ++this.#asked;
    try {
      const [users, rooms] = await this.#ask(typed);
      if (asked !== this.#asked) return;
      Object.assign(this, { users, rooms, failure: null });
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failure = error;
    }
    this.changed();
  }

  /** @param {string} typed @returns {Promise<[User[], Room[]]>} */
  #ask(typed) {
    const { kind, query } = narrowed(typed);
    const wants = (/** @type {string} */ one) => kind === one || (!kind && query !== '');
    return Promise.all([
      wants('person') ? this.chat.people.find(query) : [],
      wants('room') ? this.chat.entering.browse({ query, sort: 'activity' }).then(({ rooms }) => rooms) : [],
    ]);
  }
}
