/** @import {Entry} from './outbox.js' */
/** @import {RoomState} from './room-state.js' */
/** @import {User} from './wire.js' */
import { rankIn } from './roles.js';

const SECOND_MS = 1000;

/** When the user last wrote in a room, as far as this page knows, and how long the server asked them to wait. */
export class Pace {
  #spokeAt = -Infinity;
  #told = { at: -Infinity, seconds: 0 };

  /** @param {number} at milliseconds by this browser's clock; now at the latest, if the server's clock is ahead */
  spoke(at) {
    this.#spokeAt = Math.max(this.#spokeAt, at);
  }

  /**
   * The server has refused a message for now.
   * @param {number} seconds
   * @param {number} now milliseconds
   */
  told(seconds, now) {
    this.#told = { at: now, seconds };
  }

  /**
   * @param {number} slowModeSeconds the current setting; a lower value also shortens a wait that has begun
   * @returns {number} the time when the next message is allowed, in milliseconds
   */
  until(slowModeSeconds) {
    const { at, seconds } = this.#told;
    return Math.max(this.#spokeAt + slowModeSeconds * SECOND_MS, at + Math.min(seconds, slowModeSeconds) * SECOND_MS);
  }
}

/**
 * Whether slow mode stops the user from sending. Only one message at a time may be on its way, so none waits unseen.
 * @param {User} me
 * @param {RoomState} state
 * @param {Entry[]} unsent the user's unsent messages in this room
 * @param {number} now milliseconds
 * @returns {{held: boolean, leftMs: number}} `leftMs` is also 0 while the time is unknown
 */
export function pauseIn(me, { room, pace }, unsent, now) {
  const { slowModeSeconds, kind } = room;
  if (!slowModeSeconds || kind === 'direct' || rankIn(me, room) > 0) return { held: false, leftMs: 0 };
  const waiting = unsent.filter(({ state }) => state !== 'failed');
  const until = Math.max(pace.until(slowModeSeconds), ...waiting.map(({ notBefore }) => notBefore ?? 0));
  const leftMs = Math.max(0, until - now);
  return { held: leftMs > 0 || waiting.length > 0, leftMs };
}

/** @param {number} leftMs @returns {string} minutes and seconds, with hours if there are any */
export function countdown(leftMs) {
  const seconds = Math.ceil(leftMs / SECOND_MS);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (!parts[0]) parts.shift();
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
