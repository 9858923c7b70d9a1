import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { along } from '../common/along.js';
import { icon } from '../common/pieces.js';
import { keysOf, MARKS, put, tipOf } from './marks.js';

/**
 * The bar with a button for each mark. It is one stop of the Tab key.
 * @param {() => HTMLTextAreaElement | null} field
 */
export const markBar = (field) => html`<div class="mark-bar" id="mark-bar" role="toolbar" aria-label=${t('marks.title')} @keydown=${along} @pointerdown=${keepSelection}>
  ${MARKS.map((mark, at) => html`<button type="button" class="quiet" tabindex=${at === 0 ? 0 : -1} aria-label=${t(mark.name)} data-tip=${tipOf(mark)}
    aria-keyshortcuts=${keysOf(mark) ?? nothing} @click=${() => put(mark, field())}>${icon(mark.icon)}</button>`)}</div>`;

/** @param {Event} event the field keeps the focus, and a keyboard on the screen stays */
const keepSelection = (event) => event.preventDefault();
