/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Quote} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { plain } from '../../models/markdown.js';
import { icon, named, titleOf } from '../common/pieces.js';

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
 * @param {string} name of the author of the quoted message
 * @param {Quote} reply
 * @param {() => void} cancel
 */
export const replying = (name, { excerpt }, cancel) => html`<div class="replying">${icon('reply')}
    <span>${tx('composer.replying', { name: named(name), excerpt: named(plain(excerpt)) })}</span>
    <button type="button" class="quiet square small" aria-label=${t('composer.noReply')} @click=${cancel}>${icon('close')}</button>
  </div>`;
