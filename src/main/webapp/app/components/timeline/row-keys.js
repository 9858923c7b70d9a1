/** @import {MessageTimeline} from './message-timeline.js' */
import { localDay } from '../../models/rows.js';
import { askForDate } from './day-mark.js';
import { copyLink } from './permalinks.js';

/**
 * Keys on the message that has the focus.
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was one of these
 */
export function rowKey({ key, target, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || !target.matches('.row')) return false;
  const timeline = /** @type {MessageTimeline | null} */ (target.closest('message-timeline'));
  const message = timeline?.state.timeline.find(Number(target.dataset.seq));
  if (!timeline || !message) return false;
  if (key === 'l') copyLink(timeline, message.seq);
  else if (key === 'j') askForDate(target, localDay(message.createdAt));
  else return false;
  return true;
}
