/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Quote} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { language, t, times, tx } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { mutedIn } from '../../models/roles.js';
import { lengthOf } from '../../models/text.js';
import { Light } from '../common/light.js';
import { icon, named, nameOf } from '../common/pieces.js';
import { MentionCompletion } from './mention-completion.js';
import { SlowModePause } from './slow-mode-pause.js';
import { typingText } from './typing-text.js';

const LONGEST = 8000;
/** The longest delay of a timer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
const WARN_AT = 7500;

/** The field for a new message. The page stores the draft until it is sent. */
export class MessageComposer extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, replyTo: { attribute: false }, text: { state: true } };

  #completion = new MentionCompletion({
    field: () => this.#field,
    state: () => this.state,
    take: (text, caret) => this.#complete(text, caret),
    changed: () => this.requestUpdate(),
  });

  #pause = new SlowModePause({ chat: () => this.chat, state: () => this.state, changed: () => this.requestUpdate() });

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waking;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Quote | null} */
    this.replyTo = null;
    this.text = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.text = preferences.draft(this.chat.rooms.me, this.state.id);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chat.telling.stopped();
    this.#pause.stop();
  }

  firstUpdated() {
    this.#grow();
    if (!touch.matches && !document.querySelector('dialog[open]')) this.#field?.focus();
  }

  willUpdate() {
    this.watches(this.state, this.chat.outbox);
  }

  updated() {
    this.#grow();
  }

  get #field() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector('textarea'));
  }

  render() {
    const pause = this.#pause.shown();
    const silenced = this.#silenced();
    return html`<form class="composer" @submit=${this.#submit}>
      ${this.replyTo && !silenced ? this.#replying(this.replyTo) : nothing} ${silenced ?? this.#writing(pause)}
      <div class="under">
        <span class="typing" aria-live="polite">${typingText(this.state)}</span>
        ${silenced ? nothing : this.#counter(pause)}
      </div>
    </form>`;
  }

  /** Names the room or person in the field, so that nobody writes to the wrong place. */
  get #where() {
    const { room, notes } = this.state;
    if (notes) return t('composer.notes');
    return room.peer ? t('composer.private', { name: nameOf(room.peer) }) : t('composer.placeholder', { room: room.name });
  }

  /** @param {string | null} pause the remaining time */
  #writing(pause) {
    const { open, active } = this.#completion;
    return html`${this.#completion.render()}<div class="composer-box">
      ${this.state.direct ? icon(this.state.notes ? 'note' : 'message') : nothing}
      <textarea rows="1" dir="auto" .value=${this.text} placeholder=${this.#where}
        aria-label=${this.#where} aria-describedby="composer-hint"
        aria-autocomplete="list" aria-controls=${open ? 'mention-offer' : nothing} aria-activedescendant=${active ?? nothing}
        enterkeyhint=${touch.matches ? 'enter' : 'send'} @input=${this.#typed} @keydown=${this.#key}
        @keyup=${this.#moved} @click=${this.#moved} @blur=${() => this.#completion.close()}></textarea>
      <button class="send" aria-label=${pause ? t('composer.sendIn', { time: pause }) : t('composer.send')} ?disabled=${!this.#sendable}>${pause ?? icon('send')}</button>
    </div>`;
  }

  #silenced() {
    const { room } = this.state;
    if (room.archived) return html`<p class="silenced">${icon('archive')} ${t('composer.archived')}</p>`;
    if (!mutedIn(room, Date.now())) return null;
    const mutedUntil = room.membership?.mutedUntil;
    this.#wakeAt(mutedUntil);
    const until = mutedUntil ? t('composer.mutedUntil', { until: times.moment(mutedUntil) }) : t('composer.muted');
    const { mutedFor } = this.state;
    return html`<p class="silenced" role="status">${icon('alert')} <span>${until} ${mutedFor ? tx('gone.reason', { reason: named(mutedFor) }) : nothing}</span></p>`;
  }

  /** @param {string | null | undefined} until when the user may write again; then the whole page updates */
  #wakeAt(until) {
    clearTimeout(this.#waking);
    if (until) this.#waking = setTimeout(() => this.state.changed(), Math.min(Date.parse(until) - Date.now(), LONGEST_WAIT_MS));
  }

  /** @param {Quote} reply */
  #replying({ username, excerpt }) {
    return html`<div class="replying">${icon('reply')}
      <span>${tx('composer.replying', { name: named(this.state.nameOf(username ?? '')), excerpt: named(excerpt) })}</span>
      <button type="button" class="quiet square small" aria-label=${t('composer.noReply')} @click=${() => this.emit('reply', null)}>${icon('close')}</button>
    </div>`;
  }

  /** @param {string | null} pause the remaining time */
  #counter(pause) {
    const length = lengthOf(this.text);
    const held = pause ? t('composer.pause', { time: pause }) : this.#pause.holds ? t('composer.held') : '';
    if (held && length <= LONGEST) return html`<span class="pause" id="composer-hint">${held}</span>`;
    if (length < WARN_AT) return html`<span class="hint" id="composer-hint">${touch.matches ? nothing : t('composer.hint')}</span>`;
    const left = LONGEST - length;
    return html`<span class="counter ${left < 0 ? 'over' : ''}" id="composer-hint" role="status">${left < 0
      ? t('composer.tooLong', { count: -left })
      : t('composer.left', { count: left, shown: language.number.format(left) })}</span>`;
  }

  get #sendable() {
    return this.text.trim() !== '' && lengthOf(this.text) <= LONGEST && !this.#pause.holds;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.#keep();
    this.chat.telling.typed(this.state.id, this.text);
    this.#completion.look();
  }

  /** @param {Event} event after which the caret may be elsewhere */
  #moved(event) {
    if (!(event instanceof KeyboardEvent) || MOVING.has(event.key)) this.#completion.look();
  }

  /**
   * @param {string} text with the completed name
   * @param {number} caret
   */
  async #complete(text, caret) {
    this.text = text;
    this.#keep();
    await this.updateComplete;
    this.#field?.focus();
    this.#field?.setSelectionRange(caret, caret);
  }

  /** @param {KeyboardEvent} event Enter does not send while an input method is open, or on a touch keyboard */
  #key(event) {
    if (event.isComposing || event.keyCode === 229 || this.#completion.key(event)) return;
    if (event.key === 'Escape' && this.replyTo) this.emit('reply', null);
    if (event.key === 'ArrowUp' && event.shiftKey && !this.text) this.#replyToLast(event);
    if (event.key !== 'Enter' || event.shiftKey || touch.matches) return;
    event.preventDefault();
    this.#send();
  }

  /** @param {KeyboardEvent} event */
  #replyToLast(event) {
    const last = this.state.timeline.messages.findLast((message) => this.state.counts(message));
    if (!last) return;
    event.preventDefault();
    this.emit('reply', { seq: last.seq, username: last.sender.username, excerpt: last.body.slice(0, 200) });
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
    const kept = this.chat.sending.write(this.state.id, body, this.replyTo);
    this.text = '';
    this.#completion.close();
    this.chat.telling.stopped();
    this.emit('reply', null);
    this.emit('sent');
    await kept;
    this.#keep();
  }

  #keep() {
    preferences.keepDraft(this.chat.rooms.me, this.state.id, this.text);
  }

  #grow() {
    const field = this.#field;
    if (!field || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}

/** Keys that move the caret without changing the text. */
const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

const touch = matchMedia('(pointer: coarse)');

customElements.define('message-composer', MessageComposer);
