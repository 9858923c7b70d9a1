/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Quote} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { icon, named, titleOf } from '../common/pieces.js';
import { quoted } from '../files/said.js';

/** What the text in the composer is for. */

/**
 * Names the room or person in the field, so that nobody writes to the wrong place.
 * @param {RoomState} state
 */
export function whereOf(state) {
  const { room, notes } = state;
  if (notes) return t('composer.notes');
  return room.peer || isGroup(room) ? t('composer.private', { name: titleOf(state) }) : t('composer.placeholder', { room: room.name });
}

/**
 * @param {string | null} failure why the edit was not saved
 * @param {() => void} cancel
 */
export const editing = (failure, cancel) => html`<div class="replying">${icon('edit')} <span>${t('composer.editing')}</span>
    <button type="button" class="quiet square small" aria-label=${t('composer.noEdit')} @click=${cancel}>${icon('close')}</button>
  </div>${failure ? html`<p class="error" role="alert">${failure}</p>` : nothing}`;

/**
 * @param {RoomState} state
 * @param {Quote} reply
 * @param {() => void} cancel
 */
export const replying = (state, reply, cancel) => html`<div class="replying">${icon('reply')}
    <span>${tx('composer.replying', { name: named(state.nameOf(reply.username ?? '')), excerpt: named(quoted(state, reply)) })}</span>
    <button type="button" class="quiet square small" aria-label=${t('composer.noReply')} @click=${cancel}>${icon('close')}</button>
  </div>`;
