/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {FilterName} from '../../models/search.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { beginningOfDay } from '../../models/dates.js';
import { filtersIn, PARTS } from '../../models/search.js';
import { talks } from '../../models/side.js';
import { nameOf, titleOf } from '../common/pieces.js';

/** A browser shows no longer list of suggestions. */
const MOST_NAMES = 100;

const HAS = /** @type {const} */ ({ file: 'search.has.file', image: 'search.has.image', link: 'search.has.link' });

/**
 * The filters of a search as fields. The text that the user types is all their state: a field shows what the text has,
 * and changes the text.
 * @typedef {object} Filters
 * @property {Chat} chat
 * @property {RoomState | undefined} state the open room or conversation
 * @property {string} text
 * @property {(name: FilterName, value: string) => void} set
 */

/** @param {RoomState} state @returns {string} how `in:` names a room or a conversation */
export const placeOf = ({ room }) => (room.peer ? `@${room.peer.username || room.id}` : room.name ?? room.id);

/** @param {Filters} filters */
export function filterFields(filters) {
  const values = filtersIn(filters.text);
  return html`<div class="search-filters" id="search-filters">
    ${field('search.in', inField(filters, values.in ?? ''), 'search-in')}
    ${field('search.from', fromField(filters, values.from ?? ''))}
    ${field('search.has', hasField(filters, values.has ?? ''))}
    ${field('search.after', dayField(filters, 'after', values.after ?? ''))}
    ${field('search.before', dayField(filters, 'before', values.before ?? ''))}
  </div>`;
}

/**
 * @param {'search.in' | 'search.from' | 'search.has' | 'search.after' | 'search.before'} title
 * @param {unknown} control
 * @param {string} [more] class
 */
const field = (title, control, more = '') => html`<label class="field ${more}"><span>${t(title)}</span>${control}</label>`;

/** @param {(value: string) => void} set @returns {(event: Event) => void} */
const changed = (set) => ({ target }) => set(/** @type {HTMLInputElement} */ (target).value);

/**
 * @param {Filters} filters
 * @param {string} value
 */
function inField({ chat, set }, value) {
  const rooms = chat.rooms.listed('', language.collator).map((state) => ({ value: placeOf(state), name: `#${state.room.name}` }));
  const people = talks(chat, '').filter(({ room }) => !room.peer || room.peer.username).map((state) => ({ value: placeOf(state), name: titleOf(state) }));
  const places = [...rooms, ...people];
  const is = (/** @type {{value: string}} */ place) => place.value.toLowerCase() === value.toLowerCase();
  const foreign = value && !places.some(is) ? html`<option value=${value} .selected=${true}>${value}</option>` : nothing;
  return html`<select @change=${changed((chosen) => set('in', chosen))}>
    <option value="" .selected=${!value}>${t('search.everywhere')}</option>${foreign}
    ${places.map((place) => html`<option value=${place.value} .selected=${is(place)}>${place.name}</option>`)}
  </select>`;
}

/**
 * @param {Filters} filters
 * @param {string} value
 */
function fromField({ chat, state, set }, value) {
  const people = [...(state?.members?.list ?? []).map(({ user }) => user), ...chat.conversations.begun.flatMap(({ room }) => room.peer ?? []), chat.me];
  const names = new Map(people.filter(({ username }) => username).map((user) => [user.username, nameOf(user)]));
  return html`<input list="search-people" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="33" placeholder=${t('search.anybody')} .value=${value} @change=${changed((typed) => set('from', typed))} />
    <datalist id="search-people">${[...names].slice(0, MOST_NAMES).map(([username, name]) => html`<option value=${username}>${name}</option>`)}</datalist>`;
}

/**
 * @param {Filters} filters
 * @param {string} value
 */
const hasField = ({ set }, value) => html`<select @change=${changed((chosen) => set('has', chosen))}>
  <option value="" .selected=${!PARTS.some((part) => part === value)}>${t('search.anything')}</option>
  ${PARTS.map((part) => html`<option value=${part} .selected=${part === value}>${t(HAS[part])}</option>`)}
</select>`;

/**
 * @param {Filters} filters
 * @param {'after' | 'before'} name
 * @param {string} value
 */
const dayField = ({ set }, name, value) => html`<input type="date" .value=${beginningOfDay(value) ? value : ''} @change=${changed((day) => set(name, day))} />`;
