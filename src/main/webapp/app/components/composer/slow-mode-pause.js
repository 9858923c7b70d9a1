/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { countdown, pauseIn } from '../../models/slow-mode.js';

const SECOND_MS = 1000;

/** The pause after the user's own message in a room with slow mode. It renders again every second. */
export class SlowModePause {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #ticking;

  /** @param {{chat: () => Chat, state: () => RoomState, changed: () => void}} composer */
  constructor(composer) {
    this.composer = composer;
  }

  get #now() {
    const { id } = this.composer.state();
    return pauseIn(this.composer.chat().me, this.composer.state(), this.composer.chat().outbox.of(id), Date.now());
  }

  get holds() {
    return this.#now.held;
  }

  /** @returns {string | null} the remaining time as text; null if there is no pause or the time is unknown */
  shown() {
    this.stop();
    const { leftMs } = this.#now;
    if (!leftMs) return null;
    this.#ticking = setTimeout(() => this.composer.changed(), leftMs % SECOND_MS || SECOND_MS);
    return countdown(leftMs);
  }

  stop() {
    clearTimeout(this.#ticking);
  }
}
