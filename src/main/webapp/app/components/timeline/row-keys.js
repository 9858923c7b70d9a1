/** @import {HandledRows} from './handled-rows.js' */
/** @import {MessageTimeline} from './message-timeline.js' */
import { localDay } from '../../models/rows.js';
import { askForDate } from './day-mark.js';
import { copyLink } from './permalinks.js';
import { undoLast } from './undo.js';

/**
 * Keys on the message that has the focus.
 * @param {KeyboardEvent} event
 * @param {HandledRows} rows
 * @returns {boolean} whether the key was one of these
 */
export function rowKey({ key, target, altKey, shiftKey, ctrlKey, metaKey }, rows) {
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || !target.matches('.row')) return false;
  const message = rows.sentIn(target);
  if (!message) return false;
  if (key === 'l') copyLink(rows.host, message.seq);
  else if (key === 'j') askForDate(target, localDay(message.createdAt));
  else if (key === 'r' || (key === 'ArrowUp' && shiftKey)) return rows.reply(target);
  else return false;
  return true;
}

/**
 * Ctrl+Z takes the latest deletion back. In a field it belongs to the field.
 * @param {KeyboardEvent} event
 * @param {MessageTimeline | null} timeline
 * @returns {boolean} whether it was this key, and there was a deletion to take back
 */
export function undoKey({ key, target, altKey, shiftKey, ctrlKey, metaKey }, timeline) {
  if (key !== 'z' || altKey || shiftKey || ctrlKey === metaKey || !timeline) return false;
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) && undoLast(timeline);
}
