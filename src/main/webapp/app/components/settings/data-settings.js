/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { save } from '../../lib/files.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { errorLine, icon } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { shownSize } from '../files/attachments.js';

/** Downloading all of one's data, and deleting the account. */
export class DataSettings extends Light {
  static properties = { chat: { attribute: false }, busy: { state: true }, done: { state: true }, error: { state: true }, stored: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.busy = false;
    this.done = false;
    this.error = '';
    /** How much the user's files take up, in words. A space keeps the place until the server has told it. */
    this.stored = '\u00a0';
  }

  async firstUpdated() {
    try {
      const { used, most } = await this.chat.account.storage();
      this.stored = most ? t('data.storageOf', { used: shownSize(used), most: shownSize(most) }) : t('data.storage', { used: shownSize(used) });
    } catch {
      // The page works without this line.
    }
  }

  render() {
    return html`<div class="stack">
      <section class="stack" aria-labelledby="data-mine">
        <h3 id="data-mine">${t('data.download')}</h3>
        <p class="faint">${t('data.downloadMeans')}</p>
        <p class="faint">${this.stored}</p>
        <p class="save-line"><button ?disabled=${this.busy} @click=${this.#download}>${t('data.downloadNow')}</button>
          <span role="status" class="saved">${this.busy ? t('data.downloading') : this.done ? html`${icon('check')} ${t('data.downloaded')}` : ''}</span></p>
        ${errorLine(this.error)}
      </section>
      <section class="stack danger-zone" aria-labelledby="data-delete">
        <h3 id="data-delete">${t('data.delete')}</h3>
        <p class="faint">${t('data.deleteMeans')}</p>
        <p><button class="danger" aria-haspopup="dialog" @click=${() => openDialog(this, 'delete-account')}>${t('data.deleteNow')}</button></p>
      </section>
    </div>`;
  }

  async #download() {
    this.busy = true;
    this.done = false;
    this.error = '';
    try {
      save(await this.chat.account.download(), `parley-${this.chat.me.username}-${new Date().toISOString().slice(0, 10)}.zip`);
      this.done = true;
    } catch (error) {
      this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('data-settings', DataSettings);
