/** @import {MessageComposer} from './message-composer.js' */

/**
 * @param {EventTarget | null} [target] where the files were dropped or pasted
 * @returns {MessageComposer | null} the composer that takes files: that of the replies or that of the room
 */
export function composerFor(target) {
  const field = target instanceof Element ? target.closest('input, textarea, select') : null;
  if (document.querySelector('dialog[open]') || (field && !field.closest('message-composer'))) return null;
  const own = target instanceof Element ? (target.closest('message-composer') ?? target.closest('replies-panel')?.querySelector('message-composer')) : null;
  const boxes = [...(own ?? document).querySelectorAll('.composer-box')];
  const seen = boxes.find((box) => getComputedStyle(box).visibility === 'visible');
  return /** @type {MessageComposer | null} */ (seen?.closest('message-composer') ?? null);
}
