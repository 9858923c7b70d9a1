/** @import {Key} from '../../language.js' */
/** @import {Press} from '../../models/keys.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { labelsOf, pressed } from '../../models/keys.js';

/**
 * Keys, and what they do. Any of the combinations does it.
 * @typedef {{keys: readonly string[], text: Key}} Shortcut
 */

export const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * @param {Press} event
 * @param {readonly string[]} [keys]
 * @returns {boolean} whether one of these combinations is pressed
 */
export const oneOf = (event, keys = []) => keys.some((one) => pressed(event, one, mac));

/** @param {string} keys one combination @returns {string[]} each key as it is labelled */
export const labelled = (keys) => labelsOf(keys, { Ctrl: t('key.ctrl'), Shift: t('key.shift'), Delete: t('key.delete') }, mac);

/** @param {string} keys one combination @returns {unknown} */
export const drawnKeys = (keys) => html`<span class="keys">${labelled(keys).map((label) => html`<kbd>${label}</kbd> `)}</span>`;
