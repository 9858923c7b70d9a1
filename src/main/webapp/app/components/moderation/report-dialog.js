/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { html } from 'lit';
import { t, tx } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, named, roomGlyph, titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

const EXCERPT = 280;

/** Asks why the user reports a message, and says who will read the report. */
export class ReportDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, message: { attribute: false }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Message} */
    this.message;
    this.error = '';
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('report.title');
  }

  content() {
    const { sender, body } = this.message;
    const excerpt = body.length > EXCERPT ? `${body.slice(0, EXCERPT)}…` : body;
    return html`<form @submit=${this.#submit}>
      <p class="dialog-sub">${roomGlyph(this.state.room)} ${named(titleOf(this.state))}</p>
      <div class="dialog-body stack">
        <blockquote class="reported"><span class="faint">${named(sender.displayName || t('member.deleted'))}</span> <bdi>${excerpt}</bdi></blockquote>
        <label class="field"><span>${t('report.reason')}</span>
          <textarea name="reason" rows="3" maxlength="500" required autofocus aria-describedby="report-readers"></textarea></label>
        <p class="faint" id="report-readers">${this.#readers()}</p>
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary" ?disabled=${this.busy}>${t('report.action')}</button>
      </footer>
    </form>`;
  }

  #readers() {
    const name = named(this.message.sender.displayName || t('member.deleted'));
    return this.state.direct ? tx('report.readByAdmins', { name }) : tx('report.readByStaff', { name, room: named(this.state.room.name) });
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.error = '';
    try {
      await this.chat.reporting.report(this.state, this.message.seq, String(given.get('reason')));
      toast(this, t('report.done'), 'info');
      this.close();
    } catch (error) {
      this.error = explain(error, { not_found: 'report.gone' });
    }
    this.busy = false;
  }
}

customElements.define('report-dialog', ReportDialog);
