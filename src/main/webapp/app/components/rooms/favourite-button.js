/** @import {RoomState} from '../../models/room-state.js' */
/** @import {List} from './list-actions.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { isFavourite } from '../../models/side.js';
import { icon } from '../common/pieces.js';
import { actionsOn } from './list-actions.js';

/**
 * Puts the open room or conversation at the top of the list. A conversation can be a favourite from its first message
 * on.
 * @param {List} page
 * @param {RoomState} state
 */
export function favouriteButton(page, state) {
  if (!state.room.membership || !state.room.id) return nothing;
  const pressed = isFavourite(state);
  return html`<button class="quiet square favourite" data-tip=${t(pressed ? 'side.unfavourite' : 'side.favourite')} aria-label=${t('side.isFavourite')} aria-pressed=${String(pressed)}
    @click=${() => actionsOn(page, state)[0].act()}>${icon('star')}</button>`;
}
