/** @import {Chat} from '../chat.js' */
import { addressOf } from '../models/address.js';
import { Typist } from '../models/typist.js';

/** Somebody who has touched nothing for so long is away. */
const IDLE_MS = 5 * 60_000;

/** Tells the others that one types, and whether one is there. */
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
   * @param {string} text what stands in the composer
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

  /** From time to time. */
  tick() {
    if (!this.#idle && Date.now() - this.#touchedAt > IDLE_MS) this.#present(true);
  }

  /** A new connection counts as active until told otherwise; one is away when all of one's are idle. */
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
