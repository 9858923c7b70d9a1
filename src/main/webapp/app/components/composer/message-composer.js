/** @import {Chat} from '../../chat.js' */
/** @import {Given} from '../../lib/files.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Change} from '../../models/marking.js' */
/** @import {Message, Quote} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { replaced } from '../../models/completing.js';
import { withQuotation } from '../../models/quoting.js';
import { Light } from '../common/light.js';
import { icon } from '../common/pieces.js';
import { touch } from '../common/touch.js';
import { chooseEmoji, prepareEmoji } from '../emoji/choose-emoji.js';
import { Attached } from './attached.js';
import { Completion } from './completion.js';
import { counter, fits } from './counter.js';
import { Drafted } from './drafted.js';
import { Edit } from './edit.js';
import { notifies } from './everyone.js';
import { lastToEdit, lastToReplyTo } from './last-messages.js';
import { markBar } from './mark-bar.js';
import { markKey } from './marks.js';
import { mentions } from './mentions.js';
import { Pasting } from './pasting.js';
import { editing, replying, whereOf } from './purpose.js';
import { closeShortcode, shortcodes } from './shortcodes.js';
import { Silence } from './silence.js';
import { SlowModePause } from './slow-mode-pause.js';
import { typeOver } from './type-over.js';
import { typingText } from './typing-text.js';

/** The field for a new message. The page stores the draft until it is sent. */
export class MessageComposer extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, replyTo: { attribute: false }, editing: { attribute: false },
    thread: { attribute: false }, text: { state: true }, marks: { state: true } };

  #completion = new Completion(
    { field: () => this.#field, take: (change) => this.#take(change), changed: () => this.requestUpdate() },
    [mentions(() => this.state, () => this.chat.me), shortcodes(() => this.#completion.look())],
  );

  #pause = new SlowModePause({ chat: () => this.chat, state: () => this.state, changed: () => this.requestUpdate() });

  #pasting = new Pasting({ field: () => this.#field, changed: () => this.requestUpdate() });
  #attached = new Attached(this);
  #silence = new Silence();
  #edit = new Edit(() => this.requestUpdate());
  #drafted = new Drafted(this);

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Quote | null} */
    this.replyTo = null;
    /** The user's own message that the field changes, instead of writing a new one. @type {Message | null} */
    this.editing = null;
    /** The message that everything from this field replies to, in the panel of its replies. @type {Quote | null} */
    this.thread = null;
    this.text = '';
    /** Whether the bar of marks is shown. */
    this.marks = preferences.marksShown ?? roomy.matches;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#drafted.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#drafted.leave();
    this.chat.telling.stopped();
    this.#pause.stop();
  }

  firstUpdated() {
    this.#grow();
    if (!touch.matches && !document.querySelector('dialog[open]')) this.#field?.focus();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.watches(this.state, this.chat.outbox, this.chat.uploads, this.chat.drafting);
    if (changed.has('editing')) this.text = this.#edit.turned(this.text, this.editing);
    this.#drafted.follow(changed);
  }

  updated() {
    this.#grow();
  }

  get #field() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector('textarea'));
  }

  render() {
    const pause = this.#pause.shown();
    const silenced = this.#silence.shown(this.state);
    return html`<form class="composer" @submit=${this.#submit}>
      ${silenced ? nothing : html`${this.#drafted.question()} ${this.#purpose()} ${this.editing ? nothing : notifies(this.chat.me, this.state, this.text)}`} ${silenced ?? this.#writing(pause)}
      <div class="under">
        <span class="typing" aria-live="polite">${typingText(this.state)}</span>
        ${silenced ? nothing : this.#counter(pause)}
      </div>
    </form>`;
  }

  /** @param {string | null} pause the remaining time */
  #writing(pause) {
    const { open, active } = this.#completion;
    const where = this.thread ? t('replies.write') : whereOf(this.state);
    return html`${this.editing ? nothing : this.#attached.refused()}${this.#pasting.offer(this.text)}${this.#completion.render()}<div class="composer-box">
      ${this.state.direct ? icon(this.state.notes ? 'note' : 'message') : nothing}
      <textarea rows="1" dir="auto" .value=${this.text} placeholder=${where}
        aria-label=${where} aria-describedby=${this.#hint}
        aria-autocomplete="list" aria-controls=${open ? 'offer' : nothing} aria-activedescendant=${active ?? nothing}
        enterkeyhint=${touch.matches ? 'enter' : 'send'} @input=${this.#typed} @keydown=${this.#key} @paste=${this.#pasting.paste}
        @keyup=${this.#moved} @click=${this.#moved} @blur=${() => this.#completion.close()}></textarea>
      ${this.editing ? nothing : this.#attached.tray()} ${this.marks ? markBar(() => this.#field) : nothing}
      <button type="button" class="quiet tool" aria-label=${t('marks.title')} data-tip=${t('marks.title')} aria-expanded=${String(this.marks)}
        aria-controls=${this.marks ? 'mark-bar' : nothing} @click=${this.#toggleMarks}>${icon('letters')}</button>
      ${this.editing ? nothing : this.#attached.button()}
      <button type="button" class="quiet tool" aria-label=${t('emoji.insert')} data-tip=${t('emoji.insert')}
        @pointerenter=${prepareEmoji} @focus=${prepareEmoji} @click=${this.#insertEmoji}>${icon('smile')}</button>
      ${this.#button(pause)}
    </div>`;
  }

  /** @param {string | null} pause the remaining time; it does not hold up an edit */
  #button(pause) {
    const label = this.editing ? t('composer.save') : pause ? t('composer.sendIn', { time: pause }) : t('composer.send');
    return html`<button class="send" aria-label=${label} ?disabled=${!this.#sendable}>${this.editing ? icon('check') : (pause ?? icon('send'))}</button>`;
  }

  #purpose() {
    if (this.editing) return editing(this.#edit.failure, () => this.emit('edit', null));
    const { replyTo } = this;
    return replyTo ? replying(this.state, replyTo, () => this.emit('reply', null)) : nothing;
  }

  /** @param {string | null} pause the remaining time */
  #counter(pause) {
    return counter(this.text, pause ? t('composer.pause', { time: pause }) : this.#pause.holds ? t('composer.held') : '', !!this.editing, this.#hint);
  }

  get #hint() {
    return this.thread ? 'thread-hint' : 'composer-hint';
  }

  get #sendable() {
    const { all, broken } = this.#attached;
    if (this.editing) return fits(this.text, Boolean(this.editing.attachments?.length)) && !this.#edit.saving;
    return fits(this.text, all.length > 0) && !broken && !this.#pause.holds;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.#pasting.typed(event);
    this.#drafted.keep();
    if (!this.editing) this.chat.telling.typed(this.state.id, this.text);
    this.#completion.look();
    closeShortcode(event, (change) => this.#take(change));
  }

  #toggleMarks() {
    preferences.marksShown = this.marks = !this.marks;
    this.#field?.focus();
  }

  /** @param {Event} event of the button, beside which the picker opens */
  async #insertEmoji({ currentTarget }) {
    const emoji = await chooseEmoji(/** @type {HTMLElement} */ (currentTarget));
    const field = this.#field;
    if (!emoji || !field) return;
    typeOver(field, replaced(field.selectionStart, field.selectionEnd, emoji));
  }

  /** @param {Event} event after which the caret may be elsewhere */
  #moved(event) {
    if (!(event instanceof KeyboardEvent) || MOVING.has(event.key)) this.#completion.look();
  }

  /** @param {Change} change by a completed name, or by an emoji */
  #take(change) {
    if (this.#field) typeOver(this.#field, change);
  }

  /** @param {KeyboardEvent} event Enter does not send while an input method is open, or on a touch keyboard */
  #key(event) {
    if (event.isComposing || event.keyCode === 229 || this.#completion.key(event) || markKey(event)) return;
    if (event.key === 'Escape' && !event.shiftKey && (this.editing || this.replyTo)) this.#giveUp(event);
    if (event.key === 'ArrowUp' && !event.altKey && !this.text && !this.editing) this.#takeLast(event);
    if (event.key !== 'Enter' || event.shiftKey || touch.matches) return;
    event.preventDefault();
    this.#send();
  }

  /** @param {KeyboardEvent} event */
  #giveUp(event) {
    event.preventDefault();
    this.emit(this.editing ? 'edit' : 'reply', null);
  }

  /** @param {KeyboardEvent} event the last message to reply to with the Shift key, or else the user's own to edit */
  #takeLast(event) {
    const last = event.shiftKey ? lastToReplyTo(this.chat, this.state) : lastToEdit(this.chat, this.state, !!this.thread);
    if (!last || (event.shiftKey && this.thread)) return;
    event.preventDefault();
    this.emit(event.shiftKey ? 'reply' : 'edit', last);
  }

  /** @param {string} selected a part of a message, which the user wants to quote */
  quote(selected) {
    const field = this.#field;
    if (!field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    if (selected) this.#take(replaced(0, field.value.length, withQuotation(selected, field.value)));
  }

  /** @param {Given} given files that were dropped or pasted somewhere on the page */
  attach(given) {
    return this.#attached.add(given);
  }

  /** Asks for files to attach. */
  pickFiles() {
    if (!this.editing) this.#attached.pick();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#send();
    this.#field?.focus();
  }

  async #send() {
    if (!this.#sendable) return;
    const body = this.text.trim();
    if (this.editing) return this.#save(this.editing, body);
    const kept = this.chat.sending.write(this.state.id, body, this.thread ?? this.replyTo, this.#attached.take());
    this.text = '';
    this.#completion.close();
    this.chat.telling.stopped();
    this.emit('reply', null);
    this.emit('sent');
    await kept;
    this.#drafted.keep();
  }

  /**
   * @param {Message} message
   * @param {string} body
   */
  async #save(message, body) {
    const saved = await this.#edit.save(this.chat, this.state, message, body);
    if (saved && this.editing === message) this.emit('edit', null);
  }

  #grow() {
    const field = this.#field;
    if (!field || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}

/** Wide enough to show the bar of marks unless the user hides it. */
const roomy = matchMedia('(min-width: 720px)');

/** Keys that move the caret without changing the text. */
const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

customElements.define('message-composer', MessageComposer);
