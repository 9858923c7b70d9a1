/** @import {Chat} from '../../chat.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { roomAddress } from '../../models/route.js';
import { Dialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { errorLine } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { hyphened } from './room-name.js';

/** Makes a room of a file that was downloaded from here or from another server. */
export class ImportRoomDialog extends Dialog {
  static properties = { chat: { attribute: false }, error: { state: true }, share: { state: true } };

  #faults = new Faults(this, { name: 'create.badName' });
  #sending = new AbortController();

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.error = '';
    /** How much of the file is sent; null while nothing is sent. @type {number | null} */
    this.share = null;
  }

  get heading() {
    return t('import.title');
  }

  content() {
    const faults = this.#faults;
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${faults.mended}>
      <div class="dialog-body stack">
        <p>${t('import.means')}</p>
        <label class="field"><span>${t('import.file')}</span>
          <input name="file" type="file" required accept=".zip,application/zip" ?disabled=${this.busy} autofocus aria-invalid=${faults.is('file')} aria-describedby=${faults.by('file')} />
          ${faults.about('file')}</label>
        <label class="field"><span>${t('create.name')} <small>${t('field.optional')}</small></span>
          <input name="name" maxlength="50" ?disabled=${this.busy} autocomplete="off" autocapitalize="none" spellcheck="false" @input=${hyphened}
            aria-invalid=${faults.is('name')} aria-describedby=${faults.by('name')} />
          ${faults.about('name', t('import.nameHint'))}</label>
        ${this.share === null ? nothing : this.#progress(this.share)} ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button type="button" class="quiet" @click=${this.#cancel}>${t('action.cancel')}</button>
        <button class="primary" ?disabled=${this.busy}>${t('import.make')}</button>
      </footer>
    </form>`;
  }

  /** When all is sent, nobody knows how long the server works on it. @param {number} share */
  #progress(share) {
    if (share === 1) return html`<div role="status"><progress class="wide" aria-label=${t('import.making')}></progress> ${t('import.making')}</div>`;
    const words = t('import.sending', { share: language.number.format(Math.floor(100 * share)) });
    return html`<div><progress class="wide" max="1" .value=${share} aria-label=${words}></progress> <span aria-hidden="true">${words}</span></div>`;
  }

  #cancel() {
    if (this.busy) this.#sending.abort();
    else this.dismiss();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.#faults.pass(event)) return;
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const file = /** @type {File} */ (data.get('file'));
    const { signal } = (this.#sending = new AbortController());
    this.busy = true;
    this.share = 0;
    try {
      const state = await this.chat.roomFiles.make(file, String(data.get('name') ?? '').trim(), signal, (share) => (this.share = share));
      this.leaveFor(roomAddress(state.room.name));
    } catch (error) {
      if (!signal.aborted) this.#refused(error);
    } finally {
      this.busy = false;
      this.share = null;
    }
  }

  /** @param {unknown} error */
  async #refused(error) {
    const problem = problemOf(error);
    const wrong = problem.errors.find(({ field }) => field === 'file');
    // Fields that cannot be used cannot be blamed either.
    this.busy = false;
    await this.updateComplete;
    if (wrong) this.error = t('import.refused', { detail: wrong.message });
    else if (!this.#faults.take(error, { room_name_taken: 'name' })) this.error = explain(error, { too_large: 'import.tooLarge' });
  }
}

customElements.define('import-room-dialog', ImportRoomDialog);
