import { html } from 'lit';
import { openDialog } from '../common/dialog.js';

/**
 * A name as a button. It opens the person's card.
 * @param {string} username
 * @param {unknown} shown
 * @param {string} kind class names
 * @param {-1 | 0} tab whether the Tab key stops there; inside rows the user reaches it by arrows and Enter
 */
export const personButton = (username, shown, kind, tab = -1) => html`<button class="person ${kind}" tabindex=${tab}
  aria-haspopup="dialog" @click=${(/** @type {Event} */ event) => showPerson(event, username)}>${shown}</button>`;

/**
 * @param {Event} event
 * @param {string} username
 */
export function showPerson(event, username) {
  const from = /** @type {Element} */ (event.currentTarget);
  openDialog(from, 'profile', { username, from });
}
