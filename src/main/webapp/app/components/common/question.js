/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Dialog } from './dialog.js';
import { Faults } from './faults.js';
import { errorLine } from './pieces.js';
import { explain } from './problems.js';
import { toast } from './toast.js';

/**
 * A dialog with one form and one thing to do. If it fails, the dialog stays and says why. If it succeeds, the dialog
 * closes and a toast says what was done. A subclass gives `heading`, `answer`, `fields` and `act`, and its own `faults`
 * if it has fields that can be wrong.
 */
export class Question extends Dialog {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { error: { state: true } };

  faults = new Faults(this);

  constructor() {
    super();
    this.error = '';
  }

  get brief() {
    return true;
  }

  /** The button that does it: its text, and whether the action is hard to undo. @returns {{label: string, danger?: boolean}} */
  get answer() {
    return { label: '' };
  }

  /** The texts of errors that mean something special here, by the server's code. @returns {Partial<Record<string, Key>>} */
  get refusals() {
    return {};
  }

  /** @returns {unknown} a line below the heading, such as the room */
  subject() {
    return nothing;
  }

  /** @returns {unknown} the explanation and the fields of the form */
  fields() {
    return nothing;
  }

  /**
   * @param {FormData} _given the values of the fields
   * @returns {Promise<string>} what was done, for a toast; empty for none
   */
  async act(_given) {
    return '';
  }

  content() {
    const { label, danger } = this.answer;
    return html`<form novalidate @submit=${this.#submit} @input=${this.faults.mended}>
      ${this.subject()}
      <div class="dialog-body stack">${this.fields()} ${errorLine(this.error)}</div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" ?autofocus=${danger} @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary ${danger ? 'danger' : ''}" ?disabled=${this.busy}>${label}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.faults.pass(event)) return;
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    try {
      const done = await this.act(given);
      if (done) toast(this, done, 'info');
      this.close();
    } catch (error) {
      if (!this.faults.take(error)) this.error = explain(error, this.refusals);
    }
    this.busy = false;
  }
}
