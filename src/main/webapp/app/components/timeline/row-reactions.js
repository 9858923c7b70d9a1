/** @import {Chip} from '../../models/reactions.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowsHost} from './handled-rows.js' */
import { May } from '../../models/may.js';
import { KINDS } from '../../models/reactions.js';
import { openDialog } from '../common/dialog.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';
import { chooseEmoji } from '../emoji/choose-emoji.js';
import { whoReacted } from './reactions.js';

let last = 0;

/** The space between a reaction and its tooltip. */
const GAP_PX = 6;

/** The reactions in a timeline: what the user does with them, and one tooltip that says who reacted. */
export class RowReactions {
  #tip = Object.assign(document.createElement('div'), { className: 'reaction-tip', id: `reaction-tip-${(last += 1)}`, role: 'tooltip' });
  /** @type {HTMLElement | null} */
  #pointed = null;
  /** The chip that the tooltip describes. @type {HTMLElement | null} */
  #described = null;
  /** The row of the chip that has the focus while the timeline is drawn again. @type {HTMLElement | null} */
  #row = null;
  #messageOf;

  /**
   * @param {RowsHost} timeline
   * @param {(row: HTMLElement) => Message | undefined} messageOf the message of a row, if it has been sent
   */
  constructor(timeline, messageOf) {
    this.timeline = timeline;
    this.#messageOf = messageOf;
    timeline.addController(this);
    timeline.addEventListener('pointerover', ({ target, pointerType }) => this.#point(pointerType === 'touch' ? null : chipAt(target)));
    timeline.addEventListener('pointerleave', () => this.#point(null));
    for (const type of ['focusin', 'focusout']) timeline.addEventListener(type, () => this.#describe());
  }

  hostUpdate() {
    this.#row = rowOf(chipAt(document.activeElement));
  }

  /** A chip that went gives its focus to the row. The tooltip follows the reactions. */
  hostUpdated() {
    if (this.#row?.isConnected && document.activeElement === document.body) this.#row.focus({ preventScroll: true });
    this.#describe();
  }

  /** @param {Message} message */
  chipsOf(message) {
    return this.timeline.state.timeline.own.chipsOf(message);
  }

  /** The names of the people who react. */
  get names() {
    const { chat, state } = this.timeline;
    return { me: chat.me.username, nameOf: (/** @type {string} */ username) => state.nameOf(username) };
  }

  get #may() {
    return new May(this.timeline.chat.me, this.timeline.state);
  }

  /** @param {Message} message @returns {boolean} whether the user may react to it */
  allows(message) {
    return this.#may.react(message);
  }

  /**
   * @param {Message} message
   * @param {Chip} chip
   * @returns {boolean} whether the user may react like that, or take their own reaction back
   */
  toggles(message, { mine }) {
    return mine ? this.#may.withdraw(message) : this.allows(message);
  }

  /**
   * @param {Message} message
   * @param {string} emoji
   */
  isMine(message, emoji) {
    return this.chipsOf(message).some((chip) => chip.emoji === emoji && chip.mine);
  }

  /**
   * @param {Message} message
   * @param {string} emoji
   */
  toggle(message, emoji) {
    return this.#react(message, emoji, !this.isMine(message, emoji));
  }

  /**
   * Opens the emoji picker, and reacts with what the user chooses.
   * @param {Message} message
   * @param {HTMLElement | null} [from] the picker opens beside it and gives the focus back to it, otherwise to the row
   */
  async choose(message, from = this.timeline.querySelector(`.row[data-seq="${message.seq}"]`)) {
    const emoji = from && (await chooseEmoji(from));
    if (emoji) await this.#react(message, emoji, true);
  }

  /** @param {Message} message whose reactions a dialog lists, with the people */
  list({ seq }) {
    openDialog(this.timeline, 'reactions', { state: this.timeline.state, seq });
  }

  /**
   * @param {EventTarget | null} target of a long press
   * @param {Message} message
   * @returns {boolean} whether it was on a reaction
   */
  held(target, message) {
    const chip = chipAt(target);
    if (chip) this.list(message);
    return chip !== null;
  }

  /**
   * @param {Message} message
   * @param {string} emoji
   * @param {boolean} wanted
   */
  async #react(message, emoji, wanted) {
    const { chat, state } = this.timeline;
    const full = this.chipsOf(message).length >= KINDS;
    try {
      await chat.reacting.react(state, message.seq, emoji, wanted);
    } catch (error) {
      toast(this.timeline, explain(error, { not_found: 'reactions.gone', ...(state.direct && { forbidden: 'reactions.forbidden' }), ...(full && { invalid_request: 'reactions.full' }) }), 'error');
    }
  }

  /** @param {HTMLElement | null} chip */
  #point(chip) {
    if (chip === this.#pointed) return;
    this.#pointed = chip;
    this.#describe();
  }

  /** Shows who reacted, for the chip under the pointer, or else for the one with the focus. A tap shows nothing. */
  #describe() {
    const focused = document.activeElement?.matches(':focus-visible') ? chipAt(document.activeElement) : null;
    const chip = this.#pointed?.isConnected ? this.#pointed : focused;
    const row = rowOf(chip);
    const message = row && this.#messageOf(row);
    const found = message && this.chipsOf(message).find(({ emoji }) => emoji === chip?.dataset.emoji);
    if (chip !== this.#described) this.#described?.removeAttribute('aria-describedby');
    this.#described = chip;
    if (chip && found) this.#tell(chip, whoReacted(found, this.names));
    else this.#tip.remove();
  }

  /**
   * @param {HTMLElement} chip
   * @param {string} text
   */
  #tell(chip, text) {
    const tip = this.#tip;
    const chips = /** @type {HTMLElement} */ (chip.parentElement);
    tip.textContent = text;
    if (tip.parentElement !== chips) chips.append(tip);
    chip.setAttribute('aria-describedby', tip.id);
    tip.style.left = `${Math.max(0, Math.min(chip.offsetLeft, chips.clientWidth - tip.offsetWidth))}px`;
    tip.style.bottom = `${chips.clientHeight - chip.offsetTop + GAP_PX}px`;
  }
}

/** @param {unknown} target @returns {HTMLElement | null} */
const chipAt = (target) => (target instanceof Element ? target.closest('.chip[data-emoji]') : null);

/** @param {unknown} target @returns {HTMLElement | null} */
const rowOf = (target) => (target instanceof Element ? target.closest('.row') : null);
