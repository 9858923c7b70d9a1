/** @import {Shortcut} from '../common/keys.js' */

/**
 * The keys where a picture is shown in full.
 * @satisfies {Record<string, Shortcut>}
 */
export const pictureKeys = /** @type {const} */ ({
  previous: { keys: ['ArrowLeft'], text: 'lightbox.previous' },
  next: { keys: ['ArrowRight'], text: 'lightbox.next' },
  larger: { keys: ['+'], text: 'lightbox.larger' },
  smaller: { keys: ['-'], text: 'lightbox.smaller' },
});
