/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { OCCASIONS } from '../../models/attention.js';
import { isFavourite } from '../../models/side.js';
import { Light } from '../common/light.js';
import { errorLine } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** @type {Record<string, [Key, Key]>} */
const WORDS = {
  all: ['attention.all', 'attention.allHint'],
  mentions: ['attention.mentions', 'attention.mentionsHint'],
  none: ['attention.none', 'attention.noneHint'],
};

/** The notification settings of this room or conversation. */
export class RoomAttentionSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.error = '';
  }

  willUpdate() {
    this.watches(this.state);
  }

  render() {
    const chosen = this.state.room.membership?.notify ?? 'all';
    return html`<fieldset class="choices"><legend>${t('attention.occasion')}</legend>
        ${OCCASIONS.map((occasion) => html`<label class="choice">
          <input type="radio" name="notify" value=${occasion} .checked=${occasion === chosen} @change=${() => this.#choose(occasion)} />
          <span><strong>${t(WORDS[occasion][0])}</strong><small>${t(WORDS[occasion][1])}</small></span></label>`)}
      </fieldset>
      <label class="choice"><input type="checkbox" .checked=${isFavourite(this.state)} @change=${this.#favourite} />
        <span><strong>${t('side.isFavourite')}</strong><small>${t('side.favouriteHint')}</small></span></label>
      ${errorLine(this.error)}`;
  }

  /** @param {Event} event */
  #favourite({ target }) {
    const box = /** @type {HTMLInputElement} */ (target);
    this.#save(this.chat.arranging.favourite(this.state, box.checked)).then(() => (box.checked = isFavourite(this.state)));
  }

  /** @param {string} occasion the new choice; it is shown as chosen once the server has it */
  async #choose(occasion) {
    await this.#save(this.chat.arranging.notify(this.state, occasion));
    /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input[name=notify]')).forEach((input) => (input.checked = input.value === this.state.room.membership?.notify));
  }

  /** @param {Promise<void>} change */
  async #save(change) {
    this.error = '';
    try {
      await change;
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('room-attention-settings', RoomAttentionSettings);
