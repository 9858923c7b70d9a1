/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message, Quote} from '../../models/wire.js' */
/** @import {MessageComposer} from '../composer/message-composer.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { language, t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { isGroup, othersIn } from '../../models/groups.js';
import { rankIn } from '../../models/roles.js';
import { count, drawAttention } from '../common/attention.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { groupFace, icon, named, roomGlyph, titleOf } from '../common/pieces.js';
import { filesButton } from '../files/files-button.js';
import { conversationHead } from '../people/conversation-head.js';
import { pinsButton } from '../pins/pins-button.js';
import { leadsHere } from '../timeline/permalinks.js';
import { favouriteButton } from './favourite-button.js';
import '../common/connection-banner.js';
import '../composer/message-composer.js';
import '../files/files-panel.js';
import '../people/member-list.js';
import '../replies/replies-panel.js';
import '../timeline/message-timeline.js';

/** The open room or conversation: its head, the messages, the composer and the members. */
export class RoomPage extends Light {
  static properties = {
    chat: { attribute: false }, state: { attribute: false }, seq: { attribute: false },
    members: { state: true }, drawer: { state: true }, replyTo: { state: true }, editing: { state: true }, thread: { state: true }, files: { state: true },
  };

  #rank = 0;
  /** Where the focus goes when the replies are closed. @type {Element | null} */
  #from = null;
  #widened = () => this.requestUpdate();

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {number | null} */
    this.seq = null;
    this.members = preferences.membersShown;
    this.drawer = false;
    /** @type {Quote | null} */
    this.replyTo = null;
    /** @type {Message | null} */
    this.editing = null;
    /** The number of the message whose replies are shown. @type {number | null} */
    this.thread = null;
    /** Whether the list of files is shown. */
    this.files = false;
  }

  connectedCallback() {
    super.connectedCallback();
    drawAttention(this.chat);
    wide.addEventListener('change', this.#widened);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    wide.removeEventListener('change', this.#widened);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('seq') && !wide.matches) this.#closePanels();
    this.watches(this.state);
    this.chat.pinning.look(this.state);
    const was = this.#rank;
    this.#rank = rankIn(this.chat.me, this.state.room);
    if (this.#rank > 0 && !was) this.chat.reporting.learn(this.state);
  }

  render() {
    const { chat, state } = this;
    return html`<div class="room" data-kind=${state.direct ? 'direct' : 'room'} data-members=${this.members && !state.direct ? 'shown' : 'hidden'} data-drawer=${this.drawer ? 'open' : 'shut'}
      data-thread=${this.#beside ? 'open' : 'shut'} @keydown=${this.#key} @click=${this.#clicked} @open-thread=${this.#openThread} @open-files=${this.#openFiles}>
      <main class="conversation" aria-label=${titleOf(state)} @sent=${this.#sent}>
        ${state.direct ? conversationHead(this, state, this.#filesButton()) : this.#head()}
        <connection-banner .chat=${chat}></connection-banner>
        <message-timeline .chat=${chat} .state=${state} .seq=${this.seq} @reply=${this.#reply} @edit=${this.#edit}></message-timeline>
        <message-composer .chat=${chat} .state=${state} .replyTo=${this.replyTo} .editing=${this.editing}
          @reply=${this.#reply} @edit=${this.#edit} @quote=${this.#quote}></message-composer>
      </main>
      ${this.thread ? this.#replies(this.thread) : this.files ? this.#filed() : state.direct ? nothing : this.#aside()}
    </div>`;
  }

  /** @param {number} seq */
  #replies(seq) {
    return keyed(seq, html`<replies-panel .chat=${this.chat} .state=${this.state} .seq=${seq} .covers=${!wide.matches}></replies-panel>`);
  }

  #filed() {
    return html`<files-panel .chat=${this.chat} .state=${this.state} .covers=${!wide.matches}></files-panel>`;
  }

  #filesButton() {
    return filesButton(this.files && !this.thread, () => this.toggleFiles());
  }

  /** Whether the replies or the files are beside the timeline, or over it. */
  get #beside() {
    return this.thread !== null || this.files;
  }

  #closePanels() {
    this.thread = null;
    this.files = false;
  }

  #aside() {
    const { chat, state } = this;
    return html`<button class="scrim" tabindex="-1" aria-hidden="true" @click=${this.#toggleMembers}></button>
      <aside class="members" aria-label=${t('members.title')} >
        ${this.members || this.drawer ? html`<member-list .chat=${chat} .state=${state} @close-members=${this.#toggleMembers}></member-list>` : nothing}
      </aside>`;
  }

  #head() {
    const { room, me } = this.state;
    const group = isGroup(room);
    const settings = t(group ? 'group.settings' : 'roomSettings.title');
    const shown = wide.matches ? this.members && !this.#beside : this.drawer;
    return html`<header class="room-head">
      <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
      ${group ? groupFace(othersIn(room, me), room) : nothing}
      <div class="room-title">
        <h1>${group ? nothing : roomGlyph(room)}<span>${named(titleOf(this.state), group ? titleOf(this.state) : undefined)}</span></h1>
        ${room.topic ? html`<p class="topic" title=${room.topic}>${named(room.topic)}</p>` : nothing}
      </div>
      <div class="room-tools">${this.#reports()} ${favouriteButton(this, this.state)} ${this.#filesButton()} ${pinsButton(this.state)}
      <button class="quiet members-toggle" aria-expanded=${String(shown)} @click=${this.#toggleMembers} data-tip=${t('members.title')}>
        ${icon('people')} <span class="hidden">${t('members.title')}</span> <span class="figure">${language.number.format(room.memberCount)}</span>
      </button>
      <button class="quiet square" data-tip=${settings} aria-label=${settings}
        @click=${() => openDialog(this, 'room-settings', { state: this.state })}>${icon('sliders')}</button></div>
    </header>`;
  }

  /** For staff of this room, the number of open reports. */
  #reports() {
    const { chat, state } = this;
    const open = this.#rank > 0 ? chat.reporting.openIn(state) : 0;
    if (!open) return nothing;
    const words = t('reports.waiting', { count: open });
    return html`<button class="quiet reports-open" data-tip=${words} aria-label=${words}
      @click=${() => openDialog(this, 'room-settings', { state, tab: 'reports' })}>${icon('flag')} <span class="figure">${count(open)}</span></button>`;
  }

  /** The replies take the place of the members. */
  async #toggleMembers() {
    if (!wide.matches) this.drawer = !this.drawer;
    else if (this.#beside) preferences.membersShown = this.members = true;
    else preferences.membersShown = this.members = !this.members;
    this.#closePanels();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(this.drawer ? '.members-close' : '.members-toggle'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape' && this.drawer) this.#toggleMembers();
  }

  get #timeline() {
    return /** @type {MessageTimeline | null} */ (this.querySelector('message-timeline'));
  }

  #sent() {
    this.#timeline?.toEnd();
  }

  /** @param {Event} event a link to the current address changes no number, so the page goes there here */
  #clicked({ target }) {
    if (!leadsHere(target, this.state, this.seq)) return;
    if (!wide.matches) this.#closePanels();
    this.#timeline?.go(this.seq);
  }

  /** @param {CustomEvent<number | null>} event the message whose replies the user wants to see; null closes them */
  async #openThread({ detail }) {
    if (!this.thread) this.#from = document.activeElement;
    const was = this.thread;
    this.thread = detail;
    await this.updateComplete;
    if (detail || !was) return;
    // The user sees the timeline again, so what is new there counts as read.
    this.#timeline?.requestUpdate();
    const places = [this.#from, this.querySelector(`message-timeline .row[data-seq="${was}"]`), this.querySelector('.composer textarea')];
    /** @type {HTMLElement | undefined} */ (places.find((place) => place?.isConnected && place !== document.body))?.focus();
  }

  /** Opens and closes the list of files. */
  toggleFiles() {
    return this.#showFiles(this.thread !== null || !this.files);
  }

  /** @param {CustomEvent<boolean>} event */
  #openFiles({ detail }) {
    this.#showFiles(detail);
  }

  /** @param {boolean} shown */
  async #showFiles(shown) {
    this.files = shown;
    this.thread = null;
    await this.updateComplete;
    if (shown) return;
    this.#timeline?.requestUpdate();
    /** @type {HTMLElement | null} */ (this.querySelector('.files-open'))?.focus();
  }

  /** @param {CustomEvent<(Quote & {selected?: string}) | null>} event */
  async #reply({ detail }) {
    const { selected = '', ...quote } = detail ?? {};
    this.replyTo = detail && /** @type {Quote} */ (quote);
    if (detail) this.editing = null;
    await this.#write();
    const composer = /** @type {MessageComposer | null} */ (this.querySelector('message-composer'));
    await composer?.updateComplete;
    if (selected) composer?.quote(selected);
  }

  /** @param {CustomEvent<Quote | null>} event the draft says what it replies to; the focus stays where it is */
  #quote(event) {
    this.replyTo = event.detail;
  }

  /** @param {CustomEvent<Message | null>} event */
  #edit(event) {
    this.editing = event.detail;
    this.#write();
  }

  async #write() {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.composer textarea'))?.focus();
  }
}

/** Wide enough for the members or the replies beside the timeline. */
const wide = matchMedia('(min-width: 1100px)');

customElements.define('room-page', RoomPage);
