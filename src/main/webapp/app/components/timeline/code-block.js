/** @import {CodeBlock} from '../../models/markdown.js' */
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { t } from '../../language.js';
import { hasColours } from '../../models/beginning.js';
import { icon } from '../common/pieces.js';
import { copy } from '../common/toast.js';
import { inStretches } from './stretches.js';

/** @type {WeakMap<CodeBlock, unknown>} once for all, because a long message is drawn in pieces, and colours cost time */
const drawn = new WeakMap();

/** Code with its language and a button that copies it. @param {CodeBlock} code */
export function codeBlock(code) {
  const known = drawn.get(code) ?? draw(code);
  drawn.set(code, known);
  return known;
}

/** @param {CodeBlock} code */
const draw = (code) => html`<div class="code-block" dir="ltr"><div class="code-head"><span class="code-language">${code.language}</span><button class="quiet" tabindex="-1"
  aria-label=${t('code.copy')} title=${t('code.copy')} @click=${(/** @type {Event} */ event) => copy(/** @type {Element} */ (event.currentTarget), code.text, 'code.copied')}>${icon('copy')}</button></div><pre><code>${hasColours(code) ? until(inColours(code), code.text) : inStretches(code.begun ?? code.text, String)}</code></pre></div>`;

/**
 * The parsers are loaded with the first code that says its language. If they are not there, the code has one colour.
 * @param {CodeBlock} code
 */
async function inColours({ text, language }) {
  const known = await import('../../models/code-languages.js').catch(() => null);
  const parser = known?.parserOf(language);
  if (!known || !parser) return text;
  await turn();
  return known.coloured(text, parser).map((piece) => (piece.colour ? html`<span class="code-${piece.colour}">${piece.text}</span>` : piece.text));
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Colours one block in each task, so a page full of code never holds up the browser. */
function turn() {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}
