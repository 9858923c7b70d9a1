/** @import {Shortcut} from '../common/keys.js' */

/**
 * The keys on the entry of the list that has the focus, by the action.
 * @satisfies {Record<string, Shortcut>}
 */
export const listKeys = /** @type {const} */ ({
  favourite: { keys: ['F'], text: 'shortcuts.favourite' },
  mute: { keys: ['M'], text: 'shortcuts.mute' },
});
