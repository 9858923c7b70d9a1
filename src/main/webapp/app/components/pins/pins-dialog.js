/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times } from '../../language.js';
import { excerptOf } from '../../models/attention.js';
import { May } from '../../models/may.js';
import { addressIn } from '../../models/route.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, handle, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { said } from '../files/said.js';
import { setPin } from './set-pin.js';

/** The pinned messages of a room, the newest pin first. It follows what happens to them while it is open. */
export class PinsDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, error: { state: true } };

  /** The place of the pin that has the focus while the list is drawn again; -1 for none. */
  #focused = -1;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.error = '';
  }

  get heading() {
    return t('pins.title');
  }

  firstUpdated() {
    super.firstUpdated();
    this.#ask(() => this.chat.pinning.load(this.state));
  }

  willUpdate() {
    this.watches(this.state);
    this.#focused = [...this.querySelectorAll('.pin')].findIndex((pin) => pin.contains(document.activeElement));
  }

  /** When a pin goes with the focus, the next one gets it. */
  updated() {
    if (this.#focused < 0 || document.activeElement !== document.body) return;
    const rows = this.querySelectorAll('.pin');
    const next = rows[Math.min(this.#focused, rows.length - 1)]?.querySelector('.buttons :last-child') ?? this.querySelector('.dialog-head button');
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  content() {
    return html`<div class="dialog-body">${this.#list()}</div>`;
  }

  #list() {
    const { known, next } = this.state.timeline.pins;
    const error = errorLine(this.error);
    if (!known) return html`${error} ${notYet(this.error, () => this.#ask(() => this.chat.pinning.load(this.state)))}`;
    if (!known.length) return html`<p class="faint">${t(this.#nothing)}</p>`;
    return html`<ul class="cards">${repeat(known, ({ seq }) => seq, (message) => this.#pin(message))}</ul> ${error}
      ${next ? html`<button class="link" @click=${() => this.#ask(() => this.chat.pinning.more(this.state))}>${t('list.more')}</button>` : nothing}`;
  }

  /** @returns {Key} who could pin something here */
  get #nothing() {
    if (this.#allows({ kind: 'text', deleted: false })) return 'pins.none';
    return this.state.direct ? 'pins.nothing' : 'pins.noneByStaff';
  }

  /** @param {Message} message */
  #pin(message) {
    const { seq, sender, createdAt } = message;
    const name = sender.displayName || t('member.deleted');
    const own = sender.username && sender.displayName !== sender.username;
    return html`<li class="card pin">
      <div class="card-text">
        <p class="pin-head"><strong>${named(name)}</strong> ${own ? html`<span class="faint">${handle(sender.username)}</span>` : nothing}
          <time class="faint" datetime=${createdAt} title=${times.full.format(new Date(createdAt))}>${times.moment(createdAt)}</time></p>
        <p class="pin-text"><bdi>${excerptOf(said(message))}</bdi></p>
      </div>
      <div class="buttons">
        <a class="button small" href=${addressIn(this.state.room, seq)} aria-label="${t('pins.show')}: ${name}" @click=${() => this.#show(message)}>${t('pins.show')}</a>
        ${this.#allows(message) ? html`<button class="small" aria-label="${t('pins.unpin')}: ${name}" @click=${() => setPin(this, message, false)}>${t('pins.unpin')}</button>` : nothing}
      </div>
    </li>`;
  }

  /** @param {Pick<Message, 'kind' | 'deleted'>} message */
  #allows(message) {
    return new May(this.chat.me, this.state).pin(message);
  }

  /** @param {Message} message a link to the current address changes no address, so the page goes there here */
  #show({ seq }) {
    if (addressIn(this.state.room, seq) === location.hash) /** @type {MessageTimeline | null} */ (document.querySelector('message-timeline'))?.go(seq);
    // The message gets the focus.
    this.backTo();
    this.close();
  }

  /** @param {() => Promise<void>} load */
  async #ask(load) {
    this.error = '';
    try {
      await load();
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('pins-dialog', PinsDialog);
