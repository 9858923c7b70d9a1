/** @import {Key} from '../../language.js' */
import { html } from 'lit';
import { language, languages, t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { Light } from '../common/light.js';

/** @type {Record<'system' | 'light' | 'dark', Key>} */
const THEMES = { system: 'appearance.system', light: 'appearance.light', dark: 'appearance.dark' };

/** Theme and language. Both belong to this browser, not to the account. */
export class AppearanceSettings extends Light {
  render() {
    return html`<div class="stack">
      <fieldset class="choices row-choices"><legend>${t('appearance.theme')}</legend>
        ${/** @type {(keyof typeof THEMES)[]} */ (Object.keys(THEMES)).map((theme) => html`<label class="choice theme-${theme}">
          <input type="radio" name="theme" .checked=${preferences.theme === theme} @change=${() => (preferences.theme = theme)} />
          <span class="swatch" aria-hidden="true"><i></i><i></i><i></i></span><span>${t(THEMES[theme])}</span></label>`)}
      </fieldset>
      <label class="field"><span>${t('appearance.language')}</span>
        <select @change=${this.#speak}>
          ${Object.entries(languages).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language.tag}>${name}</option>`)}
        </select></label>
    </div>`;
  }

  /** @param {Event} event the page reloads, because it loads its texts only at the start; drafts and outbox are kept */
  #speak(event) {
    preferences.language = /** @type {HTMLSelectElement} */ (event.target).value;
    location.reload();
  }
}

customElements.define('appearance-settings', AppearanceSettings);
