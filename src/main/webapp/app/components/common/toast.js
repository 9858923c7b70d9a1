import { t } from '../../language.js';

/**
 * @param {Event} event
 * @param {string} text
 */
export async function copy(event, text) {
  const from = /** @type {Element} */ (event.currentTarget);
  try {
    await navigator.clipboard.writeText(text);
    toast(from, t('copy.done'), 'info');
  } catch {
    toast(from, t('copy.failed'), 'error');
  }
}

/**
 * @param {Element} from
 * @param {string} text
 * @param {'info' | 'error'} tone
 */
export function toast(from, text, tone) {
  from.dispatchEvent(new CustomEvent('toast', { bubbles: true, detail: { text, tone } }));
}
