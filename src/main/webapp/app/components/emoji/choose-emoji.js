/** @import {ParleyApp} from '../shell/parley-app.js' */
import { Late } from '../../lib/late.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';
import { loadEmojis, used } from './emojis.js';

const late = new Late(() => import('./emoji-picker.js'));
let opening = false;

/** Loads the emoji before the user presses the button. If that fails, pressing it says why. */
export const prepareEmoji = () => void loadEmojis().catch(() => undefined);

/**
 * Lets the user choose an emoji.
 * @param {HTMLElement} anchor the button that was pressed: the picker opens beside it and gives the focus back to it
 * @returns {Promise<string | null>} null if they choose none, or if the picker cannot be loaded; then a toast says why
 */
export async function chooseEmoji(anchor) {
  if (opening) return null;
  opening = true;
  try {
    const app = /** @type {ParleyApp | null} */ (anchor.closest('parley-app'));
    const connected = app?.chat?.connections.phase === 'open';
    const [emojis] = await Promise.all([loadEmojis(connected), late.get(connected)]);
    return await chosenFrom(emojis, anchor);
  } catch (error) {
    toast(anchor, explain(error), 'error');
    return null;
  } finally {
    opening = false;
  }
}

/**
 * @param {import('../../models/emoji.js').Emojis} emojis
 * @param {HTMLElement} anchor
 * @returns {Promise<string | null>}
 */
function chosenFrom(emojis, anchor) {
  const picker = Object.assign(document.createElement('emoji-picker'), { emojis, anchor });
  /** @type {string | null} */
  let chosen = null;
  return new Promise((resolve) => {
    picker.addEventListener('choose-emoji', (event) => (chosen = /** @type {CustomEvent<string>} */ (event).detail));
    picker.addEventListener('closed', () => {
      picker.remove();
      if (chosen) used(chosen);
      resolve(chosen);
    });
    document.body.append(picker);
  });
}
