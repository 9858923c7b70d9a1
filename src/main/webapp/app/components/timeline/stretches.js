import { html } from 'lit';
import { stretchesOf } from '../../models/stretches.js';

/**
 * A text of very many letters that are costly to lay out. Each stretch is a box of its own, so that a browser lays out
 * only the last one again when the text grows, and never the whole at once. A selection over them has no line breaks.
 * @param {string} text
 * @param {(part: string) => unknown} drawn
 * @returns {unknown}
 */
export function inStretches(text, drawn) {
  const parts = stretchesOf(text);
  if (parts.length === 1) return drawn(text);
  return parts.map((part) => html`<span class="stretch">${drawn(part)}</span>`);
}
