/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { count } from './attention.js';

/**
 * @param {Record<string, Key>} tabs
 * @param {string} chosen
 * @param {(tab: string) => void} choose
 * @param {Record<string, number>} [waiting] the number of open items in each tab
 */
export function tabBar(tabs, chosen, choose, waiting = {}) {
  const names = Object.keys(tabs);
  const key = (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    const way = document.documentElement.dir === 'rtl' ? -step : step;
    const next = names[(names.indexOf(chosen) + way + names.length) % names.length];
    choose(next);
    /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.currentTarget).querySelector(`[data-tab=${next}]`))?.focus();
  };
  return html`<div class="tabs" role="tablist" @keydown=${key}>${names.map((name) => html`<button role="tab" type="button" data-tab=${name}
    aria-selected=${String(name === chosen)} tabindex=${name === chosen ? 0 : -1} @click=${() => choose(name)}>${t(tabs[name])}${waiting[name] ? html` <span class="count">${count(waiting[name])}</span>` : nothing}</button>`)}</div>`;
}
