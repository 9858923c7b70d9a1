/** @import {Pasted} from '../../models/pasting.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { toggledBlock } from '../../models/line-marks.js';
import { pastedLink } from '../../models/link-marks.js';
import { mayBecomeBlock, stillThere } from '../../models/pasting.js';
import { icon } from '../common/pieces.js';
import { typeOver } from './type-over.js';

/** An address pasted over words makes a link of them. A long text may become a code block after it is pasted. */
export class Pasting {
  /** Where the text begins that is being pasted. @type {number | null} */
  #from = null;
  /** The long text that may become a code block. @type {Pasted | null} */
  #long = null;

  /** @param {{field: () => HTMLTextAreaElement | null, changed: () => void}} composer */
  constructor(composer) {
    this.composer = composer;
  }

  paste = (/** @type {ClipboardEvent} */ event) => {
    const field = /** @type {HTMLTextAreaElement} */ (event.target);
    const link = pastedLink(field.value, field.selectionStart, field.selectionEnd, event.clipboardData?.getData('text/plain') ?? '');
    this.#from = field.selectionStart;
    if (!link) return;
    event.preventDefault();
    typeOver(field, link);
  };

  /** @param {InputEvent} event in the field */
  typed({ target, inputType }) {
    if (inputType !== 'insertFromPaste' || this.#from === null) return;
    const { value, selectionEnd } = /** @type {HTMLTextAreaElement} */ (target);
    const pasted = { from: this.#from, text: value.slice(this.#from, selectionEnd) };
    this.#long = mayBecomeBlock(value, pasted) ? pasted : null;
  }

  /** @param {string} text of the field @returns {unknown} the offer to make a code block of the pasted text */
  offer(text) {
    if (this.#long && !stillThere(text, this.#long)) this.#long = null;
    if (!this.#long) return nothing;
    const long = this.#long;
    return html`<div class="replying">${icon('snippet')} <span role="status">${t('paste.long')}</span>
      <button type="button" class="link" @click=${() => this.#makeBlock(long)}>${t('paste.block')}</button>
      <button type="button" class="quiet square small" aria-label=${t('paste.keep')} @click=${this.#dismiss}>${icon('close')}</button>
    </div>`;
  }

  /** @param {Pasted} long */
  #makeBlock({ from, text }) {
    const field = this.composer.field();
    if (!field) return;
    const change = toggledBlock(field.value, from, from + text.length);
    const end = change.from + change.text.length;
    typeOver(field, { ...change, select: [end, end] });
  }

  #dismiss = () => {
    this.#long = null;
    this.composer.changed();
    this.composer.field()?.focus();
  };
}
