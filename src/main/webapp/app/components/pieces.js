/** @import {Room} from '../models/wire.js' */
import { html, nothing, svg } from 'lit';
import { hueOf, initialsOf } from '../models/faces.js';

/** Small things drawn in many places. */

/** @param {string} name a symbol of the sprite */
export const icon = (name) => html`<svg class="icon" aria-hidden="true">${svg`<use href=${`app/icons.svg#${name}`}></use>`}</svg>`;

/**
 * @param {{username: string | null, displayName: string}} who
 * @param {string} [presence] `online`, `away` or `offline`; nothing where it does not matter
 */
export function avatar({ username, displayName }, presence) {
  const name = displayName || username || '?';
  return html`<span class="avatar hue-${hueOf(username ?? '')}" aria-hidden="true">${initialsOf(name)}${presence
    ? html`<span class="presence ${presence}"></span>`
    : nothing}</span>`;
}

/** @param {Room} room */
export function roomGlyph(room) {
  if (room.archived) return icon('archive');
  if (room.kind === 'private') return icon('lock');
  return icon(room.hasPassword ? 'key' : 'hash');
}

/** @param {string} name people's names may be of any script; none may turn round what stands beside it */
export const named = (name) => html`<bdi>${name}</bdi>`;

/** @param {string} text */
export const errorLine = (text) => (text ? html`<p class="error" role="alert">${icon('alert')}<span>${text}</span></p>` : nothing);

/** The mark of Parley: two who speak, their words overlapping. */
export const mark = () => html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${svg`
  <path class="mark-back" d="M12 3h10a7 7 0 0 1 7 7v4a7 7 0 0 1-3 5.7V25l-5.2-4H17"></path>
  <path class="mark-front" d="M10 9h7a6.5 6.5 0 0 1 6.5 6.500v1A6.5 6.5 0 0 1 17 23h-4.500L7 28v-5.700A6.5 6.5 0 0 1 3.5 16.500v-1A6.5 6.5 0 0 1 10 9z"></path>`}</svg>`;
