/** @import {LitElement} from 'lit' */
/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Row} from '../../models/rows.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {Action} from './message-actions.js' */
/** @import {RowView} from './message-row.js' */
/** @import {ScrollKeeper} from './scroll-keeper.js' */
import { t } from '../../language.js';
import { isPicture } from '../../models/attached.js';
import { colourAmong } from '../../models/faces.js';
import { May } from '../../models/may.js';
import { quoteOf } from '../../models/quotes.js';
import { addressIn } from '../../models/route.js';
import { openDialog } from '../common/dialog.js';
import { explain } from '../common/problems.js';
import { Roving } from '../common/roving.js';
import { copy, toast } from '../common/toast.js';
import { quoted } from '../files/said.js';
import { setPin } from '../pins/set-pin.js';
import { ActionBar } from './action-bar.js';
import { LongPress } from './long-press.js';
import { actionsOn } from './message-actions.js';
import { copyLink } from './permalinks.js';
import { takeKey } from './row-keys.js';
import { RowReactions } from './row-reactions.js';
import { selectedIn } from './selected-text.js';
import { Swiping } from './swiping.js';
import { deletingIn } from './undo.js';

/**
 * An element that shows messages of a room as rows. It emits `reply` (with the quote, and with the text of the message
 * that is selected), `edit` (with the message) and `open-thread` (with the number of a message).
 * @typedef {LitElement & {chat: Chat, state: RoomState, emit: (name: string, detail?: unknown) => void}} RowsHost
 *
 * @typedef {Omit<RowView, 'lit' | 'reached' | 'seen'>} Handling the part of a `RowView` that is the same in each element
 */

/** What the user does with the messages that an element shows: by mouse, by touch and by keys. */
export class HandledRows {
  /** The rows that the element shows. @type {Row[]} */
  all = [];
  /** Keys of the long messages that are shown in full. @type {Set<string>} */
  #unfolded = new Set();
  #roving;
  #bar = new ActionBar((row) => this.actionsOf(row));
  #press = new LongPress((row, target) => this.#offer(row, target));
  #swiping = new Swiping({ allows: (row) => this.#replyOn(row) !== undefined, act: (row) => this.#replyOn(row)?.act() });
  #reactions;

  /**
   * @param {RowsHost} host
   * @param {ScrollKeeper} keeper of the box with the rows
   * @param {() => void} [leave] the user leaves the rows by Escape
   */
  constructor(host, keeper, leave) {
    this.host = host;
    this.keeper = keeper;
    this.#roving = new Roving(host, leave);
    this.#reactions = new RowReactions(host, (row) => this.sentIn(row));
    host.addController({ hostUpdated: () => this.#bar.refresh() });
    this.#listen();
  }

  #listen() {
    const { host } = this;
    const bar = this.#bar;
    const press = this.#press;
    const swiping = this.#swiping;
    host.addEventListener('keydown', (event) => this.#key(event));
    host.addEventListener('focusin', (event) => this.#roving.focused(event));
    for (const type of /** @type {const} */ (['focusin', 'focusout'])) host.addEventListener(type, (event) => bar.focused(event));
    host.addEventListener('pointerover', (event) => bar.pointed(event));
    host.addEventListener('pointerleave', () => bar.left());
    host.addEventListener('contextmenu', (event) => press.menu(event));
    const touched = { pointerdown: press.down, pointermove: press.moved, pointerup: press.end, pointercancel: press.end };
    for (const [type, act] of Object.entries(touched)) host.addEventListener(type, (event) => act.call(press, /** @type {PointerEvent} */ (event)), { passive: true });
    for (const type of Object.keys(touched)) host.addEventListener(type, (event) => swiping.pointer(/** @type {PointerEvent} */ (event)), { passive: true });
  }

  /** @returns {Handling} */
  get view() {
    const { host, host: { chat, state } } = this;
    return {
      me: chat.me.username,
      linkTo: (seq) => addressIn(state.room, seq),
      current: this.#roving.current ?? this.all.at(-1)?.key ?? null,
      unfolded: this.#unfolded,
      may: new May(chat.me, state),
      colourOf: (username) => colourAmong(username, state.members?.list),
      nameOf: (username) => state.nameOf(username),
      quoted: (quote) => quoted(state, quote),
      enlarge: (current, from) => openDialog(host, 'lightbox', { of: state, pictures: () => this.#pictures, current, from }),
      unfold: (key) => this.#unfold(key),
      grow: (row, act) => this.#grow(row, act),
      reply: (message) => host.emit('reply', { ...quoteOf(message), selected: selectedIn(this.#rowAt(message.seq)) }),
      replies: (message) => state.timeline.repliesTo(message),
      openReplies: ({ seq }) => host.emit('open-thread', seq),
      edit: (message) => host.emit('edit', message),
      unread: ({ seq }) => this.#markUnread(seq),
      ...deletingIn(host),
      report: (message) => openDialog(host, 'report', { state, message }),
      copyLink: ({ seq }) => copyLink(host, seq),
      pin: (message) => void setPin(host, message, !message.pinned),
      reactions: this.#reactions,
      uploads: chat.uploads,
      stop: (clientId) => chat.sending.stop(clientId),
      retry: (clientId) => chat.sending.retry(clientId),
      discard: (clientId) => chat.sending.discard(clientId),
    };
  }

  /** All that are shown, in the order of the messages. */
  get #pictures() {
    return this.all.flatMap(({ message }) => (message.deleted ? [] : (message.attachments ?? []).filter(isPicture)));
  }

  /** @param {HTMLElement} element a row @returns {Message | undefined} undefined until the server has the message */
  sentIn({ dataset }) {
    const row = this.all.find(({ key }) => key === dataset.key);
    return row?.entry ? undefined : row?.message;
  }

  /** @param {HTMLElement} element a row */
  #replyOn(element) {
    return this.actionsOf(element).find(({ label }) => label === 'message.reply');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!takeKey(this, event)) this.#roving.key(event);
  }

  /** @param {HTMLElement} element a row @returns {Action[]} what the user may do with its message */
  actionsOf(element) {
    const message = this.sentIn(element);
    return message ? actionsOn(message, this.view) : [];
  }

  /** @param {number} seq @returns {HTMLElement | null} */
  #rowAt(seq) {
    return this.host.querySelector(`.row[data-seq="${seq}"]`);
  }

  /**
   * @param {HTMLElement} element the row of the long press
   * @param {EventTarget | null} target
   */
  #offer(element, target) {
    const { host } = this;
    const message = this.sentIn(element);
    const actions = this.actionsOf(element);
    if (!message || document.querySelector('dialog[open]') || this.#reactions.held(target, message) || !actions.length) return;
    /** @type {Action} A long press selects no text here, so there is a button to copy it. */
    const copying = { icon: 'copy', label: 'message.copy', act: () => copy(host, message.body, 'message.copied') };
    openDialog(host, 'message-actions', { text: message.body, actions: [...actions.filter(({ danger }) => !danger), ...(message.body ? [copying] : []), ...actions.filter(({ danger }) => danger)] });
  }

  /** @param {number} seq */
  async #markUnread(seq) {
    const { host, host: { chat, state } } = this;
    try {
      await chat.reading.unread(state, seq);
      toast(host, t('message.markedUnread'), 'info');
    } catch (error) {
      toast(host, explain(error), 'error');
    }
  }

  /**
   * @param {Element} row
   * @param {() => void} act
   */
  #grow(row, act) {
    const was = this.keeper.atEnd;
    this.keeper.grow(row, act);
    if (was !== this.keeper.atEnd) this.host.requestUpdate();
  }

  /** @param {string} key */
  #unfold(key) {
    if (!this.#unfolded.delete(key)) this.#unfolded.add(key);
    this.keeper.hold(this.host.querySelector(`[data-key="${CSS.escape(key)}"]`));
    this.host.requestUpdate();
  }
}
