/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { html } from 'lit';
import { t, tx } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { named, roomGlyph, titleOf } from '../common/pieces.js';
import { Question } from '../common/question.js';
import { filesSaid } from '../files/said.js';

const EXCERPT = 280;

/** Asks why the user reports a message, and says who will read the report. */
export class ReportDialog extends Question {
  static properties = { chat: { attribute: false }, state: { attribute: false }, message: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Message} */
    this.message;
  }

  get heading() {
    return t('report.title');
  }

  get answer() {
    return { label: t('report.action') };
  }

  /** @returns {Partial<Record<string, Key>>} */
  get refusals() {
    return { not_found: 'report.gone' };
  }

  subject() {
    return html`<p class="dialog-sub">${roomGlyph(this.state.room)} ${named(titleOf(this.state))}</p>`;
  }

  fields() {
    const { sender, attachments } = this.message;
    const body = this.message.body || filesSaid(attachments);
    const excerpt = body.length > EXCERPT ? `${body.slice(0, EXCERPT)}…` : body;
    return html`<blockquote class="reported"><span class="faint">${named(sender.displayName || t('member.deleted'))}</span> <bdi>${excerpt}</bdi></blockquote>
      <label class="field"><span>${t('report.reason')}</span>
        <textarea name="reason" rows="3" maxlength="500" required autofocus aria-invalid=${this.faults.is('reason')} aria-describedby=${this.faults.by('reason', 'report-readers')}></textarea>
        ${this.faults.about('reason')}</label>
      <p class="faint" id="report-readers">${this.#readers()}</p>`;
  }

  #readers() {
    const name = named(this.message.sender.displayName || t('member.deleted'));
    if (isGroup(this.state.room)) return t('report.readByGroup');
    return this.state.direct ? tx('report.readByAdmins', { name }) : tx('report.readByStaff', { name, room: named(this.state.room.name) });
  }

  /** @param {FormData} given */
  async act(given) {
    await this.chat.reporting.report(this.state, this.message.seq, String(given.get('reason')));
    return t('report.done');
  }
}

customElements.define('report-dialog', ReportDialog);
