/** @import {RoomState} from '../../models/room-state.js' */
/** @import {List} from '../rooms/list-actions.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { openDialog } from '../common/dialog.js';
import { avatar, icon, named, nameOf, presenceText, titleOf } from '../common/pieces.js';
import { pinsButton } from '../pins/pins-button.js';
import { favouriteButton } from '../rooms/favourite-button.js';
import { personButton } from './person-button.js';

/**
 * The other user of a conversation and their presence.
 * @param {List} page
 * @param {RoomState} state
 * @param {unknown} filesButton
 */
export function conversationHead(page, state, filesButton) {
  const { peer } = state.room;
  if (!peer) return nothing;
  return html`<header class="room-head">
    <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
    ${avatar(peer, state.notes || !peer.username ? undefined : peer.presence)}
    <div class="room-title with-person">
      <h1>${peer.username && !state.notes ? personButton(peer.username, named(nameOf(peer)), 'head-name', 0) : named(titleOf(state))}</h1>
      <p class="topic">${state.notes ? t('direct.notesHint') : peer.username ? presenceText(peer) : t('direct.nobody')}</p>
    </div>
    ${favouriteButton(page, state)} ${filesButton} ${pinsButton(state)} ${bell(state)}
    <span class="privately">${icon('lock')} <span>${t(state.notes ? 'direct.forYou' : 'direct.private')}</span></span>
  </header>`;
}

/** @param {RoomState} state the notification setting exists from the first message on; notes notify of nothing */
function bell(state) {
  const { membership } = state.room;
  if (!membership || state.notes) return nothing;
  const silent = membership.notify === 'none';
  const words = t(silent ? 'attention.off' : 'attention.title');
  return html`<button class="quiet square" data-tip=${words} aria-label=${words}
    @click=${(/** @type {Event} */ event) => openDialog(/** @type {Element} */ (event.currentTarget), 'attention', { state })}>${icon(silent ? 'silent' : 'bell')}</button>`;
}
