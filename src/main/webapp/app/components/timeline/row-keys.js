/** @import {HandledRows} from './handled-rows.js' */
import { localDay } from '../../models/rows.js';
import { oneOf } from '../common/keys.js';
import { askForDate } from './day-mark.js';
import { messageKeys } from './message-keys.js';

/**
 * The keys on the message that has the focus, or on something in it. Each does what the menu of the message offers.
 * @param {HandledRows} rows
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was one of these, and the user may do that
 */
export function takeKey(rows, event) {
  const row = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('.row')) : null;
  if (!row || event.defaultPrevented) return false;
  const action = rows.actionsOf(row).find(({ keys }) => oneOf(event, keys));
  const message = oneOf(event, messageKeys.jump.keys) ? rows.sentIn(row) : undefined;
  if (action) action.act();
  else if (message) askForDate(row, localDay(message.createdAt));
  else return false;
  event.preventDefault();
  return true;
}
