/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { Light } from '../common/light.js';
import { icon } from '../common/pieces.js';

/** Notifications and sound. Both belong to this browser, not to the account. */
export class AttentionSettings extends Light {
  static properties = { chat: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
  }

  render() {
    const { notices } = this.chat.attending;
    return html`<div class="stack">
      <div>
        ${toggle(['attention.notices', 'attention.noticesHint'], preferences.notices && notices.allowed, this.#notices, !notices.possible)}
        ${this.#obstacle()}
      </div>
      ${toggle(['attention.sound', 'attention.soundHint'], preferences.sound, this.#sound)}
      <p class="faint"><small>${t('attention.rooms')}</small></p>
    </div>`;
  }

  /** Why notifications do not work here, and how to allow them. */
  #obstacle() {
    const { notices } = this.chat.attending;
    if (!notices.possible) return html`<p class="notice">${t('attention.impossible')}</p>`;
    return html`<div role="status">${notices.refused ? html`<p class="notice">${icon('alert')} ${t('attention.refused')}</p>` : nothing}</div>`;
  }

  /** @param {Event} event the click that a browser needs before it asks the user */
  #notices = async (event) => {
    const wanted = checked(event);
    preferences.notices = wanted && (await this.chat.attending.notices.ask());
    /** @type {HTMLInputElement} */ (event.target).checked = preferences.notices;
    this.requestUpdate();
  };

  /** @param {Event} event */
  #sound = (event) => {
    preferences.sound = checked(event);
    if (preferences.sound) this.chat.attending.tone.play();
  };
}

/**
 * @param {[Key, Key]} words its name and its hint
 * @param {boolean} on
 * @param {(event: Event) => void} change
 * @param {boolean} [disabled]
 */
function toggle([name, hint], on, change, disabled = false) {
  return html`<label class="switch">
    <span><strong>${t(name)}</strong><small>${t(hint)}</small></span>
    <input type="checkbox" role="switch" .checked=${on} ?disabled=${disabled} @change=${change} />
  </label>`;
}

/** @param {Event} event */
const checked = (event) => /** @type {HTMLInputElement} */ (event.target).checked;

customElements.define('attention-settings', AttentionSettings);
