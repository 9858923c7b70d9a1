/** @import {Chat} from '../../chat.js' */
import { openDialog } from '../common/dialog.js';
import { markAllRead } from './mark-all-read.js';

/**
 * Keys for the list that work everywhere.
 * @param {KeyboardEvent} event
 * @param {Chat} chat
 * @param {Element} from
 * @returns {boolean} whether the key was one of these
 */
export function sideKey({ key, altKey, shiftKey, ctrlKey, metaKey }, chat, from) {
  if (!shiftKey || altKey) return false;
  const command = ctrlKey || metaKey;
  if (key === 'Escape' && !command) markAllRead(from, chat);
  else if (key.toLowerCase() === 'm' && command) openDialog(from, 'activity');
  else return false;
  return true;
}
