/** @import {Chip} from '../../models/reactions.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowReactions} from './row-reactions.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { language, t } from '../../language.js';
import { isolated } from '../../models/attention.js';
import { icon } from '../common/pieces.js';
import { knownEmojis } from '../emoji/emojis.js';

/** @typedef {{me: string, nameOf: (username: string) => string}} Names */

/** How many people a tooltip names besides the user. */
const NAMED = 8;

/**
 * The reactions under a message. Each is one button, which toggles the user's own. Where the user may not react, it
 * lists the people instead.
 * @param {Message} message
 * @param {RowReactions} reactions
 */
export function reactionsUnder(message, reactions) {
  const chips = reactions.chipsOf(message);
  if (!chips.length) return nothing;
  return html`<div class="reactions" role="group" aria-label=${t('reactions.title')}>
    ${repeat(chips, ({ emoji }) => emoji, (chip) => chipUnder(message, chip, reactions))}
    ${reactions.allows(message)
      ? html`<button class="chip add" tabindex="-1" aria-label=${t('reactions.add')} aria-haspopup="dialog"
          @click=${(/** @type {Event} */ event) => reactions.choose(message, /** @type {HTMLElement} */ (event.currentTarget))}>${icon('react')}</button>`
      : nothing}
  </div>`;
}

/**
 * @param {Message} message
 * @param {Chip} chip
 * @param {RowReactions} reactions
 */
function chipUnder(message, chip, reactions) {
  const toggles = reactions.toggles(message, chip);
  return html`<button class="chip ${chip.mine ? 'mine' : ''}" tabindex="-1" data-emoji=${chip.emoji}
    aria-label=${labelOf(chip)} aria-pressed=${toggles ? String(chip.mine) : nothing} aria-haspopup=${toggles ? nothing : 'dialog'}
    @click=${() => (toggles ? reactions.toggle(message, chip.emoji) : reactions.list(message))}><span class="reaction-emoji">${chip.emoji}</span>
    <span class="figure">${language.number.format(chip.count)}</span></button>`;
}

/** @param {Chip} chip */
const labelOf = ({ emoji, count, mine }) => t(mine ? 'reactions.ofYou' : 'reactions.of', { emoji, count });

/**
 * @param {Chip} chip
 * @param {Names} names
 * @param {string} you the user
 * @param {number} [most] how many other people it names
 * @returns {string[]} the people, the user first, and how many more there are
 */
export function peopleOf({ count, usernames, mine }, { me, nameOf }, you, most = Infinity) {
  const others = usernames.filter((name) => name !== me).slice(0, most);
  const more = count - others.length - (mine ? 1 : 0);
  return [...(mine ? [you] : []), ...others.map((name) => isolated(nameOf(name))), ...(more > 0 ? [t('reactions.others', { count: more })] : [])];
}

/**
 * @param {Chip} chip
 * @param {Names} names
 * @returns {string} who reacted with the emoji, in a sentence
 */
export const whoReacted = (chip, names) => t('reactions.who', { names: language.list.format(peopleOf(chip, names, t('reactions.you'), NAMED)), emoji: nameOfEmoji(chip.emoji) });

/** @param {string} emoji @returns {string} its name, if the page has loaded the names */
function nameOfEmoji(emoji) {
  const label = knownEmojis()?.find(emoji)?.label;
  return label ? t('reactions.named', { label }) : emoji;
}
