/** @import {List} from '../rooms/list-actions.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/**
 * Opens the search for messages.
 * @param {List} list
 */
export const searchButton = ({ chat }) => html`<button class="quiet browse" aria-expanded=${String(chat.searching.open)} @click=${() => chat.searching.show(!chat.searching.open)}>
  ${icon('search')} <span>${t('search.title')}</span></button>`;
