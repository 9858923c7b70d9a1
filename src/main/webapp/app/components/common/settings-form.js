import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Light } from './light.js';
import { errorLine, icon } from './pieces.js';
import { explain } from './problems.js';

/**
 * A form that is saved as a whole and shows the result. A subclass gives its `fields` and `save`.
 */
export class SettingsForm extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, busy: { state: true }, error: { state: true }, saved: { state: true } };

  constructor() {
    super();
    /** @type {import('../../chat.js').Chat} */
    this.chat;
    this.busy = false;
    this.error = '';
    this.saved = false;
  }

  /** @returns {unknown} */
  fields() {
    return nothing;
  }

  /**
   * @param {(name: string) => string} _value of a field
   * @returns {Promise<void>}
   */
  async save(_value) {}

  /** @param {unknown} error */
  words(error) {
    return explain(error);
  }

  render() {
    return html`<form class="stack" @submit=${this.#submit} @input=${() => (this.saved = false)}>
      ${this.fields()} ${errorLine(this.error)}
      <p class="save-line">
        <button class="primary" ?disabled=${this.busy}>${t('action.save')}</button>
        <span role="status" class="saved">${this.saved ? html`${icon('check')} ${t('action.saved')}` : nothing}</span>
      </p>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    this.busy = true;
    this.error = '';
    try {
      await this.save((name) => String(data.get(name) ?? ''));
      this.saved = true;
      for (const field of form.querySelectorAll('input[type=password]')) /** @type {HTMLInputElement} */ (field).value = '';
    } catch (error) {
      this.error = this.words(error);
    } finally {
      this.busy = false;
    }
  }
}
