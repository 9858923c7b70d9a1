/** @import {ChildPart} from 'lit' */
/** @import {Block} from '../../models/markdown.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowView} from './message-row.js' */
import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import { beginningOf } from '../../models/beginning.js';
import { treeOf } from '../../models/markdown.js';
import { isLong } from '../../models/text.js';
import { messageText } from './message-text.js';

/** How much of a long message is drawn at once (`beginningOf`). It is more than a folded message shows. */
const AT_ONCE = 2400;

/**
 * The text of one message in one place. A folded message draws its beginning only. An unfolded one draws a piece more
 * in each frame, because no message may hold up the browser. What is drawn stays.
 */
class GrowingText extends AsyncDirective {
  /** @type {ChildPart | undefined} */
  #part;
  /** @type {Message | undefined} */
  #message;
  /** @type {RowView | undefined} */
  #view;
  /** @type {Block[]} */
  #tree = [];
  /** How much of the text is drawn. */
  #size = 0;
  #folded = true;
  #growing = false;

  /**
   * @param {Message} message
   * @param {RowView} view
   * @param {boolean} folded
   */
  render(message, view, folded) {
    const known = this.#message && sameText(message, this.#message);
    this.#message = message;
    this.#view = view;
    this.#folded = folded;
    if (!known) this.#tree = treeOf(message.body);
    if (!known) this.#size = isLong(message.body) ? AT_ONCE : Infinity;
    this.#grow();
    return known ? noChange : this.#drawn(message, view);
  }

  /**
   * @param {ChildPart} part
   * @param {Parameters<GrowingText['render']>} parameters
   */
  update(part, parameters) {
    this.#part = part;
    return this.render(...parameters);
  }

  reconnected() {
    this.#grow();
  }

  get #wantsMore() {
    return this.isConnected && !this.#folded && this.#size < Infinity;
  }

  async #grow() {
    if (this.#growing) return;
    this.#growing = true;
    while (this.#wantsMore) {
      await frame();
      if (this.#wantsMore) this.#addPiece();
    }
    this.#growing = false;
  }

  #addPiece() {
    const row = /** @type {Element | undefined} */ (this.#part?.parentNode)?.closest('.row');
    const message = this.#message;
    const view = this.#view;
    if (!row || !message || !view) return;
    this.#size += AT_ONCE;
    view.grow(row, () => this.setValue(this.#drawn(message, view)));
  }

  /**
   * @param {Message} message
   * @param {RowView} view
   */
  #drawn(message, view) {
    const begun = beginningOf(this.#tree, this.#size);
    if (begun === this.#tree) this.#size = Infinity;
    return messageText(begun, message, view.me);
  }
}

export const growingText = directive(GrowingText);

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** One piece in each frame, however many messages grow. */
function frame() {
  last = last.then(() => new Promise(requestAnimationFrame));
  return last;
}

/**
 * Most changes of a message, such as a reaction, leave its text alone.
 * @param {Message} one
 * @param {Message} other
 */
const sameText = (one, other) => one.body === other.body && one.mentionsAll === other.mentionsAll && String(one.mentions) === String(other.mentions);
