/** @import {Block} from '../../models/markdown.js' */
/** @import {Message} from '../../models/wire.js' */
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
  /** @type {Message | undefined} */
  #message;
  #me = '';
  /** @type {Block[]} */
  #tree = [];
  /** How much of the text is drawn. */
  #size = 0;
  #folded = true;
  #frame = 0;

  /**
   * @param {Message} message
   * @param {string} me the user's own username
   * @param {boolean} folded
   */
  render(message, me, folded) {
    const known = this.#message && sameText(message, this.#message);
    this.#message = message;
    this.#me = me;
    this.#folded = folded;
    if (!known) this.#tree = treeOf(message.body);
    if (!known) this.#size = isLong(message.body) ? AT_ONCE : Infinity;
    const text = known ? noChange : this.#drawn(message);
    this.#goOn();
    return text;
  }

  reconnected() {
    this.#goOn();
  }

  #goOn() {
    if (this.#folded || this.#size === Infinity || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.isConnected || !this.#message) return;
      this.#size += AT_ONCE;
      this.setValue(this.#drawn(this.#message));
      this.#goOn();
    });
  }

  /** @param {Message} message */
  #drawn(message) {
    const begun = beginningOf(this.#tree, this.#size);
    if (begun === this.#tree) this.#size = Infinity;
    return messageText(begun, message, this.#me);
  }
}

export const growingText = directive(GrowingText);

/**
 * Most changes of a message, such as a reaction, leave its text alone.
 * @param {Message} one
 * @param {Message} other
 */
const sameText = (one, other) => one.body === other.body && one.mentionsAll === other.mentionsAll && String(one.mentions) === String(other.mentions);
