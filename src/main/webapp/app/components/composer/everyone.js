/** @import {User} from '../../models/wire.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Word} from '../../models/everyone.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { countOf, reaches, wordIn } from '../../models/everyone.js';
import { icon, named } from '../common/pieces.js';

const MEANINGS = /** @type {const} */ ({ all: 'everyone.all', here: 'everyone.here' });

/** @param {Word} word as the completion offers it, with what it means */
export const offered = (word) => html`<span class="offer-everyone">${icon('people')}</span>
  <span class="offer-name">${named(`@${word}`)}</span> <span class="faint">${t(MEANINGS[word])}</span>`;

/**
 * How many people the text will notify, if it mentions everybody. An edit notifies nobody, so it needs no such line.
 * @param {User} me
 * @param {RoomState} state
 * @param {string} text
 */
export function notifies(me, { room }, text) {
  const word = wordIn(text);
  return word ? html`<div class="notifies" role="status">${icon(reaches(me, room) ? 'bell' : 'silent')} <span>${effect(word, me, room)}</span></div>` : nothing;
}

/**
 * @param {Word} word
 * @param {User} me
 * @param {RoomState['room']} room
 */
function effect(word, me, room) {
  if (!reaches(me, room)) return t('everyone.nobody', { word: `@${word}` });
  const count = countOf(word, room);
  if (count === 0) return t('everyone.alone', { word: `@${word}` });
  return word === 'all' ? t('everyone.notifies', { count }) : t('everyone.notifiesOnline', { count });
}
