/** @import {Frame} from '../models/wire.js' */
import { Events } from '../models/events.js';

/** The server sends something at least every 40 s, if only a comment. A stream that is silent for this long is dead. */
const SILENT_MS = 60_000;

/** One stream of events from the server: the user's own feed, and the feeds of some rooms. */
export class EventStream {
  /** The ids of the rooms in this stream. @type {Set<string>} */
  rooms;
  /** Whether the server has sent anything. */
  begun = false;
  #events = new Events();
  #stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;

  /**
   * @param {string[]} rooms
   * @param {{frame: (frame: Frame) => void, lost: (error: unknown) => void}} hearer
   */
  constructor(rooms, hearer) {
    this.rooms = new Set(rooms);
    this.hearer = hearer;
  }

  /** The id of the last event. The next stream sends it to get the events since then. */
  get mark() {
    return this.#events.id;
  }

  /**
   * @param {import('./session.js').Session} session
   * @param {string} [mark] of the stream that this one replaces
   */
  async open(session, mark) {
    const { signal } = this.#stop;
    try {
      this.#expect();
      const body = await session.stream('live', { query: { rooms: [...this.rooms].join(','), mark }, signal });
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) this.#heard(piece.value);
      if (!signal.aborted) this.#lost(null);
    } catch (error) {
      if (!signal.aborted) this.#lost(error);
    }
  }

  close() {
    clearTimeout(this.#silence);
    this.#stop.abort();
  }

  /** @param {string} piece */
  #heard(piece) {
    this.#expect();
    for (const data of this.#events.read(piece)) if (!this.#stop.signal.aborted) this.hearer.frame(JSON.parse(data));
  }

  #expect() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(null), SILENT_MS);
  }

  /** @param {unknown} error */
  #lost(error) {
    this.close();
    this.hearer.lost(error);
  }
}
