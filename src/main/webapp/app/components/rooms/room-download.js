/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { save } from '../../lib/files.js';
import { Light } from '../common/light.js';
import { errorLine, icon, titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** Downloads a room as one file. */
export class RoomDownload extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, busy: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.busy = false;
    this.error = '';
  }

  render() {
    return html`<div class="settings-end"><span class="faint">${t('roomSettings.downloadMeans')}</span>
        <button class="quiet" ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : nothing} @click=${this.#download}>${icon('down')} ${t(this.busy ? 'roomSettings.downloading' : 'roomSettings.download')}</button></div>
      ${errorLine(this.error)}`;
  }

  async #download() {
    this.busy = true;
    this.error = '';
    try {
      save(await this.chat.roomFiles.download(this.state), `${titleOf(this.state)}.zip`);
    } catch (error) {
      this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('room-download', RoomDownload);
