import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Faults } from './faults.js';
import { Light } from './light.js';
import { errorLine, icon } from './pieces.js';
import { explain } from './problems.js';

/**
 * A form that is saved as a whole and shows the result. A subclass gives its `fields` and `save`, and its own
 * `faults` with the texts for wrong fields.
 */
export class SettingsForm extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, busy: { state: true }, error: { state: true }, saved: { state: true } };

  faults = new Faults(this);

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

  /** The field that an error of the server is about, by the code of the error. @returns {Partial<Record<string, string>>} */
  get blamed() {
    return {};
  }

  render() {
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
      ${this.fields()} ${errorLine(this.error)}
      <p class="save-line">
        <button class="primary" ?disabled=${this.busy}>${t('action.save')}</button>
        <span role="status" class="saved">${this.saved ? html`${icon('check')} ${t('action.saved')}` : nothing}</span>
      </p>
    </form>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.saved = false;
    this.faults.mended(event);
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.faults.pass(event)) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    this.busy = true;
    try {
      await this.save((name) => String(data.get(name) ?? ''));
      this.saved = true;
      for (const field of form.querySelectorAll('input[type=password]')) /** @type {HTMLInputElement} */ (field).value = '';
    } catch (error) {
      if (!this.faults.take(error, this.blamed)) this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}
