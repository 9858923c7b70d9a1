import { html } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/**
 * Opens and closes the list of files.
 * @param {boolean} open
 * @param {() => void} toggle
 */
export const filesButton = (open, toggle) => html`<button class="quiet square files-open" aria-expanded=${String(open)} data-tip=${t('files.title')} aria-label=${t('files.title')} @click=${toggle}>${icon('clip')}</button>`;
