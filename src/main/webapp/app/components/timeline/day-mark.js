import { html } from 'lit';
import { t, times } from '../../language.js';
import { openDialog } from '../common/dialog.js';

/**
 * The name of a day above its first message. It is a button: from here the user can jump to another day.
 * @param {string} day as year-month-day
 */
export function dayMark(day) {
  const name = times.day(day, new Date());
  return html`<div class="day"><button class="quiet" tabindex="-1" aria-haspopup="dialog" aria-label=${t('jump.from', { day: name })} title=${t('jump.title')}
    @click=${(/** @type {Event} */ { currentTarget }) => askForDate(/** @type {Element} */ (currentTarget), day)}>${name}</button></div>`;
}

/**
 * Asks for a date to jump to.
 * @param {Element} from an element of an open room
 * @param {string} day the one that the user is at, as year-month-day
 */
export const askForDate = (from, day) => openDialog(from, 'jump', { timeline: from.closest('.room')?.querySelector('message-timeline'), day });
