/** @import {Hit} from '../../models/palette.js' */
/** @import {Offer} from './palette-items.js' */
import { html, nothing } from 'lit';
import { drawnKeys } from '../common/keys.js';
import { icon } from '../common/pieces.js';
import { nameIn, placeLine } from '../common/place-line.js';

/** @param {Hit<Offer>} hit @returns {unknown} what stands in the option */
export function optionOf(hit) {
  const { item } = hit;
  if (item.kind !== 'command') return placeLine({ ...hit, item });
  const { command } = item;
  return html`${icon(command.icon ?? '')} <span class="place-name">${nameIn(hit, 0)}</span>
    ${command.keys ? html`<span class="palette-keys">${drawnKeys(command.keys[0])}</span>` : nothing}`;
}
