/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { openDialog } from '../common/dialog.js';
import { icon } from '../common/pieces.js';

/**
 * Opens the list of pinned messages, and shows how many are known.
 * @param {RoomState} state
 */
export function pinsButton(state) {
  const { known, next } = state.timeline.pins;
  const number = known?.length ? `${language.number.format(known.length)}${next ? '+' : ''}` : '';
  return html`<button class="quiet pins-open ${number ? '' : 'square'}" data-tip=${t('pins.title')} aria-label=${number ? t('pins.count', { number }) : t('pins.title')}
    @click=${(/** @type {Event} */ { currentTarget }) => openDialog(/** @type {Element} */ (currentTarget), 'pins', { state })}>
    ${icon('pin')} ${number ? html`<span class="figure">${number}</span>` : nothing}</button>`;
}
