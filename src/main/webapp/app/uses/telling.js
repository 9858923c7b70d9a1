/** @import {Chat} from '../chat.js' */
import { addressOf } from '../models/address.js';
import { Typist } from '../models/typist.js';

/** A user without input for this time is away. */
const IDLE_MS = 5 * 60_000;

/** Tells other users that the user types, and whether the user is active or away. */
export class Telling {
  #typist = new Typist();
  #room = '';
  #idle = false;
  #touchedAt = Date.now();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {string} room the id of a room or a conversation
   * @param {string} text the text in the composer
   */
  typed(room, text) {
    if (room !== this.#room) this.stopped();
    this.#room = room;
    this.#tell(this.#typist.typed(text, Date.now()));
  }

  stopped() {
    this.#tell(this.#typist.stop());
  }

  touched() {
    this.#touchedAt = Date.now();
    if (this.#idle) this.#present(false);
  }

  /** Called from time to time. */
  tick() {
    if (!this.#idle && Date.now() - this.#touchedAt > IDLE_MS) this.#present(true);
  }

  /** A new connection counts as active until the page says otherwise. A user is away if all connections are idle. */
  connected() {
    if (this.#idle) this.#present(true);
  }

  /** @param {boolean} idle */
  #present(idle) {
    this.#idle = idle;
    for (const line of this.chat.lines) line.send({ type: 'set_presence', state: idle ? 'idle' : 'active' });
  }

  /** @param {string | null} type */
  #tell(type) {
    if (type) this.chat.line(this.#room).send({ type, ...addressOf(this.#room) });
  }
}
