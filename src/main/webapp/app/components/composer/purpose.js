/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Quote} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { plain } from '../../models/markdown.js';
import { mutedIn } from '../../models/roles.js';
import { icon, named } from '../common/pieces.js';

/** What the text in the composer is for, unless it is a new message by itself. */

/**
 * @param {string | null} failure why the edit was not saved
 * @param {() => void} cancel
 */
export const editing = (failure, cancel) => html`<div class="replying">${icon('edit')} <span>${t('composer.editing')}</span>
    <button type="button" class="quiet square small" aria-label=${t('composer.noEdit')} @click=${cancel}>${icon('close')}</button>
  </div>${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}`;

/**
 * @param {string} name of the author of the quoted message
 * @param {Quote} reply
 * @param {() => void} cancel
 */
export const replying = (name, { excerpt }, cancel) => html`<div class="replying">${icon('reply')}
    <span>${tx('composer.replying', { name: named(name), excerpt: named(plain(excerpt)) })}</span>
    <button type="button" class="quiet square small" aria-label=${t('composer.noReply')} @click=${cancel}>${icon('close')}</button>
  </div>`;

/**
 * Why nothing can be written here; null where it can.
 * @param {RoomState} state
 */
export function silenced({ room, mutedFor }) {
  if (room.archived) return html`<p class="silenced">${icon('archive')} ${t('composer.archived')}</p>`;
  if (!mutedIn(room, Date.now())) return null;
  const mutedUntil = room.membership?.mutedUntil;
  const until = mutedUntil ? t('composer.mutedUntil', { until: times.moment(mutedUntil) }) : t('composer.muted');
  return html`<p class="silenced" role="status">${icon('alert')} <span>${until} ${mutedFor ? tx('gone.reason', { reason: named(mutedFor) }) : nothing}</span></p>`;
}
