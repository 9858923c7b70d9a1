import { html } from 'lit';
import { t } from '../../language.js';
import { openDialog } from '../common/dialog.js';
import { icon, mark } from '../common/pieces.js';

/**
 * Shown beside the list while no room is open: the next steps.
 * @param {boolean} newcomer
 */
export const nowhere = (newcomer) => html`<div class="notice-card nowhere">
  ${mark()}
  <h2>${t(newcomer ? 'rooms.firstTitle' : 'rooms.choose')}</h2>
  <p>${t(newcomer ? 'rooms.first' : 'rooms.chooseHint')}</p>
  <p class="buttons">${way('browse-rooms', 'compass', 'rooms.browse')} ${way('create-room', 'plus', 'rooms.create')} ${way('new-message', 'message', 'direct.new')}</p>
</div>`;

/**
 * @param {string} dialog
 * @param {string} sign
 * @param {import('../../language.js').Key} words
 */
const way = (dialog, sign, words) => html`<button @click=${(/** @type {Event} */ { currentTarget }) => openDialog(/** @type {Element} */ (currentTarget), dialog)}>${icon(sign)} ${t(words)}</button>`;
