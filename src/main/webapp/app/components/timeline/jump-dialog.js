/** @import {Past} from '../../models/dates.js' */
/** @import {Key} from '../../language.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {MessageTimeline} from './message-timeline.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { beginningOf, beginningOfDay } from '../../models/dates.js';
import { addressIn } from '../../models/route.js';
import { localDay } from '../../models/rows.js';
import { Dialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { errorLine } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

/** @type {[Past, Key][]} */
const PASTS = [['today', 'jump.today'], ['yesterday', 'jump.yesterday'], ['week', 'jump.week'], ['month', 'jump.month'], ['start', 'jump.start']];

/** Asks for a day, and leads to its first message. */
export class JumpDialog extends Dialog {
  static properties = { timeline: { attribute: false }, day: {}, error: { state: true } };

  #faults = new Faults(this, { day: 'jump.badDay' });

  constructor() {
    super();
    /** @type {MessageTimeline} */
    this.timeline;
    this.day = '';
    this.error = '';
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('jump.title');
  }

  content() {
    return html`<div class="action-list">${PASTS.map(([past, words], i) => html`<button class="quiet" type="button" ?autofocus=${i === 0}
        @click=${() => this.#jump(beginningOf(past, new Date()))}>${t(words)}</button>`)}</div>
      <form class="dialog-body stack" novalidate @submit=${this.#submit} @input=${this.#faults.mended}>
        <div class="field-row"><label class="field grow"><span>${t('jump.date')}</span>
          <input type="date" name="day" required .defaultValue=${this.day} max=${localDay(new Date().toISOString())}
            aria-invalid=${this.#faults.is('day')} aria-describedby=${this.#faults.by('day')} /></label>
          <button class="primary">${t('jump.go')}</button>
          ${this.#faults.about('day')}</div>
        ${errorLine(this.error)}
      </form>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (!this.#faults.pass(event)) return;
    const time = beginningOfDay(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('day')));
    if (time) this.#jump(time);
  }

  /** @param {Date} time */
  async #jump(time) {
    const { chat, state } = this.timeline;
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      const message = await chat.paging.at(state, time.toISOString());
      if (message) this.#show(message, time);
    } catch (error) {
      this.error = explain(error);
    }
    this.busy = false;
  }

  /**
   * @param {Message} message
   * @param {Date} time
   */
  #show({ seq, createdAt }, time) {
    if (Date.parse(createdAt) < time.getTime()) toast(this, t('jump.nothingSince'), 'info');
    const address = addressIn(this.timeline.state.room, seq);
    if (address !== location.hash) return this.leaveFor(address);
    this.backTo();
    this.close();
    this.timeline.go(seq);
  }
}

customElements.define('jump-dialog', JumpDialog);
