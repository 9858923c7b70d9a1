/** @import {Frame, Message, PinPage} from './wire.js' */

/** The pinned messages of a room, as far as the page has loaded them. A frame may come twice without harm. */
export class Pins {
  /** The newest pin first; null until the first page. @type {Message[] | null} */
  known = null;
  /** The cursor of the next page; null if all pins are known. @type {string | null} */
  next = null;
  /** Whether only the server knows the newest pins. */
  stale = true;
  /** @type {Frame[] | null} frames that came while a page was loading; the page may contain their changes or not */
  #meanwhile = null;
  #find;

  /** @param {(seq: number) => Message | undefined} find a message that the page holds. The frame of a pin has none. */
  constructor(find) {
    this.#find = find;
  }

  /** A page is loading. */
  expectPage() {
    this.#meanwhile = [];
  }

  /** The page failed to load. */
  giveUpPage() {
    this.#meanwhile = null;
  }

  /** @param {PinPage} page the newest pins; it replaces all known ones */
  show({ pins, next }) {
    this.stale = false;
    this.#take(pins, next);
  }

  /** @param {PinPage} page the pins after the last known one */
  append({ pins, next }) {
    /** @type {Message[]} */
    const known = this.known ?? [];
    this.#take([...known, ...pins.filter(({ seq }) => !known.some((one) => one.seq === seq))], next);
  }

  /**
   * @param {Frame} frame any frame of the room
   * @returns {boolean} whether it has changed anything here
   */
  apply(frame) {
    this.#meanwhile?.push(frame);
    return this.known !== null && this.#change(this.known, frame);
  }

  /** Frames are missing. */
  forget() {
    this.#meanwhile = this.known = this.next = null;
    this.stale = true;
  }

  /**
   * @param {Message[]} known
   * @param {string | null} next
   */
  #take(known, next) {
    const frames = this.#meanwhile ?? [];
    this.#meanwhile = null;
    this.known = known;
    this.next = next;
    for (const frame of frames) this.#change(this.known, frame);
  }

  /**
   * @param {Message[]} known
   * @param {Frame} frame
   */
  #change(known, { type, target, message }) {
    const others = () => known.filter(({ seq }) => seq !== target);
    const pin = known.find(({ seq }) => seq === target);
    if (type === 'message_pinned') return this.#pin(others(), pin ?? this.#find(target));
    if (!pin) return false;
    if (type === 'message_unpinned' || type === 'message_deleted') this.known = others();
    else if (type === 'message_edited') this.known = known.map((one) => (one === pin ? message : one));
    else return false;
    return true;
  }

  /**
   * @param {Message[]} others
   * @param {Message | undefined} message
   */
  #pin(others, message) {
    if (message) this.known = [{ ...message, pinned: true }, ...others];
    else this.stale = true;
    return true;
  }
}
