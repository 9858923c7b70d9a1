/** @import {Section} from './sections.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { along } from '../common/along.js';
import { icon } from '../common/pieces.js';

/**
 * The bar that leads to each group of emoji. It is one stop of the Tab key.
 * @param {Section[]} sections
 * @param {string} current the key of the section that is in view
 * @param {(key: string) => void} show
 */
export function groupBar(sections, current, show) {
  const stop = sections.some(({ key }) => key === current) ? current : sections[0].key;
  return html`<div class="emoji-groups" role="toolbar" aria-label=${t('emoji.groups')} @keydown=${along}>${sections.map(({ key, title, sign }) => html`<button
    type="button" tabindex=${key === stop ? 0 : -1} aria-label=${title} title=${title} aria-current=${key === current ? 'true' : nothing}
    @click=${() => show(key)}>${sign || icon('clock')}</button>`)}</div>`;
}
