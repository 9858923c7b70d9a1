/** @import {MessageComposer} from './message-composer.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/** The draft of the composer's room: it keeps what is typed, and brings into the field what another device has stored. */
export class Drafted {
  #taken = 0;

  /** @param {MessageComposer} composer */
  constructor(composer) {
    this.composer = composer;
  }

  get #draft() {
    return this.composer.chat.drafting.of(this.composer.state.id);
  }

  begin() {
    this.#show();
  }

  leave() {
    this.composer.chat.drafting.left(this.composer.state.id);
  }

  /** While a message is edited, the draft stays what was typed before. */
  keep() {
    const { chat, state, text, replyTo, editing } = this.composer;
    if (!editing) chat.drafting.typed(state.id, text, replyTo);
  }

  /** @param {Map<string, unknown>} changed properties of the composer */
  follow(changed) {
    const ended = changed.get('editing') && !this.composer.editing;
    if (ended || this.#taken !== this.#draft.taken) this.#show();
    // The draft of a message that was just sent is kept until the outbox has the message.
    else if (changed.get('replyTo') !== undefined && (this.composer.text || this.#draft.empty)) this.keep();
  }

  #show() {
    const { composer } = this;
    const { text, replyTo, taken } = this.#draft;
    this.#taken = taken;
    if (!composer.editing) composer.text = text;
    if (replyTo?.seq !== composer.replyTo?.seq) composer.emit('quote', replyTo);
  }

  /** Both texts, if another device has stored a different one, and the choice between them. */
  question() {
    const { chat, state, editing } = this.composer;
    const { other } = this.#draft;
    if (!other || editing) return nothing;
    return html`<div class="two-drafts" role="group" aria-label=${t('draft.other')}>
      <p role="status">${icon('pencil')} <span>${t('draft.other')}</span></p>
      <blockquote dir="auto" tabindex="0">${other.body}</blockquote>
      <button type="button" @click=${() => this.#decide(() => chat.drafting.takeOther(state.id))}>${t('draft.take')}</button>
      <button type="button" @click=${() => this.#decide(() => chat.drafting.keepMine(state.id))}>${t('draft.keep')}</button>
    </div>`;
  }

  /** @param {() => void} choose the buttons go, so the field gets the focus */
  #decide(choose) {
    choose();
    this.composer.querySelector('textarea')?.focus();
  }
}
