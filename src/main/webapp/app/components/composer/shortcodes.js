/** @import {Emoji as Known} from '../../models/emoji.js' */
/** @import {Change} from '../../models/marking.js' */
/** @import {Source} from './completion.js' */
import { html } from 'lit';
import { preferences } from '../../lib/preferences.js';
import { replaced, shortcodeAt } from '../../models/completing.js';
import { toned } from '../../models/emoji.js';
import { knownEmojis, loadEmojis, used } from '../emoji/emojis.js';
import { named } from '../common/pieces.js';

const MOST = 6;

/** An emoji, and the shortcode that was meant or else its first one. @typedef {Known & {code: string}} Emoji */

/** @param {Known} emoji in the user's skin tone */
const shown = (emoji) => toned(emoji, preferences.skinTone);

/**
 * Emoji after a `:` and two letters.
 * @param {() => void} loaded when the emoji are there, so that some may be found
 * @returns {Source<Emoji>}
 */
export const shortcodes = (loaded) => ({
  at(text, caret) {
    const begun = shortcodeAt(text, caret);
    return begun && !begun.closed ? begun : null;
  },
  find(query) {
    // Without the emoji the text stays as it is typed. The picker is the place that says why.
    if (!knownEmojis()) loadEmojis().then(loaded, () => undefined);
    const found = knownEmojis()?.search(query, MOST) ?? [];
    return found.map((emoji) => ({ ...emoji, code: emoji.shortcodes.find((one) => one.startsWith(query.toLowerCase())) ?? emoji.shortcodes[0] }));
  },
  draw: (emoji) => html`<span class="offer-emoji">${shown(emoji)}</span> <span class="offer-name">${named(emoji.label)}</span> <bdi class="faint">:${emoji.code}:</bdi>`,
  take(emoji) {
    used(shown(emoji));
    return shown(emoji);
  },
  offer: 'emoji.offer',
  count: 'emoji.offered',
});

/**
 * Turns a `:shortcode:` into its emoji when the user types the closing colon.
 * @param {InputEvent} event
 * @param {(change: Change) => void} take
 */
export async function closeShortcode({ target, inputType }, take) {
  const field = /** @type {HTMLTextAreaElement} */ (target);
  const caret = field.selectionStart;
  const found = inputType.startsWith('insert') && inputType !== 'insertFromPaste' ? shortcodeAt(field.value, caret) : null;
  if (!found?.closed) return;
  const emoji = (await loadEmojis().catch(() => null))?.byShortcode(found.query);
  // The user may have typed on while the emoji were loaded.
  if (!emoji || field.value.slice(found.from, caret) !== `:${found.query}:`) return;
  const change = replaced(found.from, caret, shown(emoji));
  const typedOn = field.selectionStart - caret;
  used(shown(emoji));
  take({ ...change, select: [change.select[0] + typedOn, change.select[1] + typedOn] });
}
