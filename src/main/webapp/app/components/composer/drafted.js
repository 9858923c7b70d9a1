/** @import {MessageComposer} from './message-composer.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';
import { filesSaid } from '../files/said.js';

/**
 * The draft of the composer's room: it keeps what is typed, and brings into the field what another device has stored.
 * What is typed in the panel of replies stays in this page.
 */
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
    const { chat, state, thread } = this.composer;
    if (!thread) chat.drafting.left(state.id);
  }

  /** While a message is edited, the draft stays what was typed before. */
  keep() {
    const { chat, state, text, replyTo, editing, thread } = this.composer;
    if (editing) return;
    if (thread) chat.replying.keep(state, thread.seq, text);
    else chat.drafting.typed(state.id, text, replyTo, chat.attaching.ready(state.id));
  }

  /** @param {Map<string, unknown>} changed properties of the composer */
  follow(changed) {
    const ended = changed.get('editing') && !this.composer.editing;
    if (ended || (!this.composer.thread && this.#taken !== this.#draft.taken)) this.#show();
    else if (this.composer.thread) return;
    // The draft of a message that was just sent is kept until the outbox has the message.
    else if (changed.get('replyTo') !== undefined && (this.composer.text || this.#draft.empty)) this.keep();
  }

  #show() {
    const { composer } = this;
    const { chat, state, thread, editing } = composer;
    if (thread && !editing) composer.text = chat.replying.unsent(state, thread.seq);
    if (thread) return;
    const { text, replyTo, taken } = this.#draft;
    this.#taken = taken;
    if (!composer.editing) composer.text = text;
    if (replyTo?.seq !== composer.replyTo?.seq) composer.emit('quote', replyTo);
  }

  /** Both texts, if another device has stored a different one, and the choice between them. */
  question() {
    const { chat, state, editing, thread } = this.composer;
    if (editing || thread) return nothing;
    const { other } = this.#draft;
    if (!other) return nothing;
    return html`<div class="two-drafts" role="group" aria-label=${t('draft.other')}>
      <p role="status">${icon('pencil')} <span>${t('draft.other')}</span></p>
      <blockquote dir="auto" tabindex="0">${other.body || filesSaid(other.attachments)}</blockquote>
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
