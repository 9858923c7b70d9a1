/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { mutedIn } from '../../models/roles.js';
import { icon, named } from '../common/pieces.js';

/** The longest delay of a timer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Why nothing can be written in a room. */
export class Silence {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waking;

  /** @param {RoomState} state @returns {unknown} null where the user can write */
  shown(state) {
    const { room, mutedFor } = state;
    if (room.peer && !room.peer.username) return html`<p class="silenced">${icon('archive')} ${t('composer.deletedAccount')}</p>`;
    if (room.archived) return html`<p class="silenced">${icon('archive')} ${t('composer.archived')}</p>`;
    if (!mutedIn(room, Date.now())) return null;
    const mutedUntil = room.membership?.mutedUntil;
    this.#wakeAt(mutedUntil, state);
    const until = mutedUntil ? t('composer.mutedUntil', { until: times.moment(mutedUntil) }) : t('composer.muted');
    return html`<p class="silenced" role="status">${icon('alert')} <span>${until} ${mutedFor ? tx('gone.reason', { reason: named(mutedFor) }) : nothing}</span></p>`;
  }

  /**
   * @param {string | null | undefined} until when the user may write again; then the whole page updates
   * @param {RoomState} state
   */
  #wakeAt(until, state) {
    clearTimeout(this.#waking);
    if (until) this.#waking = setTimeout(() => state.changed(), Math.min(Date.parse(until) - Date.now(), LONGEST_WAIT_MS));
  }
}
