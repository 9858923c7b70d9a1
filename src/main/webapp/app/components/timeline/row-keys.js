/** @import {MessageTimeline} from './message-timeline.js' */
import { copyLink } from './permalinks.js';

/**
 * Keys on the message that has the focus.
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was one of these
 */
export function rowKey({ key, target, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || !target.matches('.row')) return false;
  const timeline = /** @type {MessageTimeline | null} */ (target.closest('message-timeline'));
  const seq = Number(target.dataset.seq ?? 0);
  if (!timeline || !seq || key !== 'l') return false;
  copyLink(timeline, seq);
  return true;
}
