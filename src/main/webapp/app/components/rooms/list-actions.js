/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Action} from '../timeline/message-actions.js' */
import { t } from '../../language.js';
import { isolated } from '../../models/attention.js';
import { isFavourite, isMuted } from '../../models/side.js';
import { openDialog } from '../common/dialog.js';
import { oneOf } from '../common/keys.js';
import { titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';
import { LongPress } from '../timeline/long-press.js';
import { listKeys } from './list-keys.js';

/** @typedef {HTMLElement & {chat: Chat, updateComplete: Promise<unknown>}} List */

/**
 * @param {List} list
 * @param {RoomState} state
 * @returns {Action[]} what the user may do with an entry of the list
 */
export function actionsOn(list, state) {
  const { arranging, reading } = list.chat;
  const name = isolated(titleOf(state));
  const favourite = isFavourite(state);
  const muted = isMuted(state);
  /** @type {Action[]} */
  const all = [
    { icon: 'star', label: favourite ? 'side.unfavourite' : 'side.favourite', pressed: favourite, ...listKeys.favourite,
      act: () => void arrange(list, state, arranging.favourite(state, !favourite), t(favourite ? 'side.unfavourited' : 'side.favourited', { name })) },
    { icon: muted ? 'bell' : 'silent', label: muted ? 'side.unmute' : 'side.mute', pressed: muted, ...listKeys.mute,
      act: () => void arrange(list, state, arranging.mute(state), t(muted ? 'side.unmuted' : 'side.muted', { name })) },
  ];
  if (state.unread) all.push({ icon: 'checks', label: 'side.markRead', act: () => reading.read(state, state.room.head) });
  return all;
}

/**
 * @param {List} list
 * @param {RoomState} state whose entry may move
 * @param {Promise<void>} change
 * @param {string} done
 */
async function arrange(list, state, change, done) {
  const focused = document.activeElement?.closest('.entry')?.getAttribute('data-id') === state.id;
  try {
    await change;
    toast(list, done, 'info');
  } catch (error) {
    toast(list, explain(error), 'error');
  }
  if (!focused) return;
  // The entry is drawn again elsewhere. Two lists draw one after the other.
  await list.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  if (document.activeElement === document.body) entryOf(state.id)?.focus();
}

/** @param {string} id @returns {HTMLElement | null} */
const entryOf = (id) => document.querySelector(`.entry[data-id="${CSS.escape(id)}"] .room-link`);

/** The ways to the actions of an entry without a mouse: keys on it, and a long press. */
export class ListActions {
  #list;

  /** @param {List} list that holds elements `.entry` with a `data-id` */
  constructor(list) {
    this.#list = list;
    const press = new LongPress((entry) => this.#open(entry), '.entry');
    list.addEventListener('pointerdown', (event) => press.down(event));
    list.addEventListener('pointermove', (event) => press.moved(event));
    for (const end of ['pointerup', 'pointercancel']) list.addEventListener(end, () => press.end());
    list.addEventListener('contextmenu', (event) => press.menu(event));
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target } = event;
    if (!(target instanceof Element) || !target.matches('.entry .room-link')) return;
    const action = this.#actionsOn(target).find(({ keys }) => oneOf(event, keys));
    if (!action) return;
    event.preventDefault();
    action.act();
  }

  /** @param {HTMLElement} entry */
  #open(entry) {
    const actions = this.#actionsOn(entry);
    const title = entry.querySelector('.room-name, .person-name')?.textContent ?? '';
    if (actions.length) openDialog(this.#list, 'message-actions', { text: '', title, actions });
  }

  /** @param {Element} within an entry */
  #actionsOn(within) {
    const id = within.closest('.entry')?.getAttribute('data-id');
    const state = this.#list.chat.all.find((one) => one.id === id);
    return state ? actionsOn(this.#list, state) : [];
  }
}
