/** @import {Key} from '../../language.js' */
/** @import {Toast} from '../../models/toasts.js' */
import { t } from '../../language.js';

/**
 * @param {Element} from
 * @param {string} text
 * @param {Key} [done] the text of the toast after copying
 */
export async function copy(from, text, done = 'copy.done') {
  try {
    await navigator.clipboard.writeText(text);
    toast(from, t(done), 'info');
  } catch {
    toast(from, t('copy.failed'), 'error');
  }
}

/**
 * @param {Element} from
 * @param {string} text
 * @param {'info' | 'error'} tone
 * @param {Pick<Toast, 'action' | 'over'>} [more]
 */
export function toast(from, text, tone, more) {
  from.dispatchEvent(new CustomEvent('toast', { bubbles: true, detail: { text, tone, ...more } }));
}
