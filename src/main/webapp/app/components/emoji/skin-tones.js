/** @import {Key} from '../../language.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { toned, TONES } from '../../models/emoji.js';

const HAND = /** @type {const} */ ({ emoji: '✋', tones: 1 });

/** @type {Key[]} */
const NAMES = ['tone.none', 'tone.light', 'tone.mediumLight', 'tone.medium', 'tone.mediumDark', 'tone.dark'];

/**
 * @param {number} chosen
 * @param {(tone: number) => void} choose
 */
export const skinTones = (chosen, choose) => html`<fieldset class="tones"><legend class="hidden">${t('tone.choose')}</legend>
  ${TONES.map((tone) => html`<label title=${t(NAMES[tone])}><input type="radio" name="skin-tone" aria-label=${t(NAMES[tone])}
    .checked=${tone === chosen} @change=${() => choose(tone)} /><span aria-hidden="true">${toned(HAND, tone)}</span></label>`)}
</fieldset>`;
