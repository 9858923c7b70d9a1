import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { lengthOf, LONGEST } from '../../models/text.js';
import { touch } from '../common/touch.js';

const WARN_AT = 7500;

/**
 * @param {string} text
 * @param {boolean} hasFiles
 * @returns {boolean} whether a message of it may be sent
 */
export const fits = (text, hasFiles) => (hasFiles || text.trim() !== '') && lengthOf(text) <= LONGEST;

/**
 * The line under the field: what holds the message up, how much more the field takes, or which keys send it.
 * @param {string} text
 * @param {string} held why it cannot be sent yet, or empty
 * @param {boolean} editing
 * @param {string} id of the line, by which the field names it
 */
export function counter(text, held, editing, id) {
  const left = LONGEST - lengthOf(text);
  if (held && left >= 0) return html`<span class="pause" id=${id}>${held}</span>`;
  if (left > LONGEST - WARN_AT) return html`<span class="hint" id=${id}>${touch.matches ? nothing : t(editing ? 'composer.hintEdit' : 'composer.hint')}</span>`;
  return html`<span class="counter ${left < 0 ? 'over' : ''}" id=${id} role="status">${left < 0
    ? t('composer.tooLong', { count: -left })
    : t('composer.left', { count: left, shown: language.number.format(left) })}</span>`;
}
