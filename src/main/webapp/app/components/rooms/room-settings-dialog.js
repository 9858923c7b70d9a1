/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Desk} from '../../uses/reporting.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { rankIn } from '../../models/roles.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, icon, named, roomGlyph, titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { tabBar } from '../common/tab-bar.js';
import '../entry/room-invite-settings.js';
import '../moderation/report-list.js';
import '../moderation/room-moderation-settings.js';
import './room-about-settings.js';
import './room-access-settings.js';
import './room-attention-settings.js';
import './room-download.js';
import './room-member-settings.js';

/** The settings of a room: facts and leaving for all members, changes for staff. */
export class RoomSettingsDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, tab: {}, error: { state: true }, asking: { state: true } };

  /** @type {Desk | null} */
  #desk = null;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.tab = 'about';
    this.error = '';
    /** The action that waits for the user to confirm it. @type {'leave' | 'delete' | null} */
    this.asking = null;
  }

  get #reports() {
    return (this.#desk ??= this.chat.reporting.inRoom(this.state));
  }

  willUpdate() {
    this.watches(this.state, this.chat.rooms);
    if (this.isConnected && this.hasUpdated && !this.chat.rooms.find(this.state.id)) this.close();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('tab')) this.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  get heading() {
    return t(this.#group ? 'group.settings' : 'roomSettings.title');
  }

  get #group() {
    return isGroup(this.state.room);
  }

  get #rank() {
    return rankIn(this.chat.me, this.state.room);
  }

  content() {
    /** @type {Record<string, Key>} */
    const tabs = { about: 'roomSettings.about', ...(this.state.room.membership && { attention: 'attention.title' }), ...(this.#rank === 2 && !this.#group && { access: 'roomSettings.access' }) };
    if (this.#rank > 0) Object.assign(tabs, { members: 'members.title', ...this.#ofStaff, reports: 'reports.title' });
    if (this.#rank === 2 && this.state.room.name !== 'main') tabs.delete = 'action.delete';
    const tab = tabs[this.tab] ? this.tab : 'about';
    return html`<p class="dialog-sub">${roomGlyph(this.state.room)} ${named(titleOf(this.state))}</p>
      ${Object.keys(tabs).length > 1 ? tabBar(tabs, tab, (chosen) => this.#choose(chosen), { reports: this.chat.reporting.openIn(this.state) }) : nothing}
      <div class="dialog-body settings-body">${this.#panel(tab)} ${errorLine(this.error)}</div>`;
  }

  /** In a group nobody stands above the others, and people add each other. @returns {Record<string, Key>} */
  get #ofStaff() {
    if (this.#group) return this.chat.me.role === 'admin' ? { moderation: 'moderation.title' } : {};
    return { ...(this.state.room.name !== 'main' && { invites: 'invites.title' }), moderation: 'moderation.title' };
  }

  /** @param {string} tab */
  #choose(tab) {
    this.tab = tab;
    this.asking = null;
    this.error = '';
  }

  /** @param {string} tab */
  #panel(tab) {
    const { chat, state } = this;
    if (tab === 'access') return html`<room-access-settings .chat=${chat} .state=${state}></room-access-settings>`;
    if (tab === 'attention') return html`<room-attention-settings .chat=${chat} .state=${state}></room-attention-settings>`;
    if (tab === 'members') return html`<room-member-settings .chat=${chat} .state=${state}></room-member-settings>`;
    if (tab === 'invites') return html`<room-invite-settings .chat=${chat} .state=${state}></room-invite-settings>`;
    if (tab === 'moderation') return html`<room-moderation-settings .chat=${chat} .state=${state}></room-moderation-settings>`;
    if (tab === 'reports') return html`<report-list .desk=${this.#reports} .open=${this.chat.reporting.openIn(this.state)}></report-list>`;
    if (tab === 'delete') return this.#end('delete', html`<p>${t('roomSettings.deleteMeans')}</p>`);
    return html`<room-about-settings .chat=${chat} .state=${state} .rank=${this.#rank}></room-about-settings>
      ${this.#rank === 2 ? html`<room-download .chat=${chat} .state=${state}></room-download>` : nothing}
      ${state.room.name === 'main' ? html`<p class="settings-end faint">${t('roomSettings.main')}</p>` : this.#end('leave')}`;
  }

  /**
   * The button to leave or delete the room. The page asks again before it does so.
   * @param {'leave' | 'delete'} what
   * @param {unknown} [means]
   */
  #end(what, means = nothing) {
    const begin = what === 'leave'
      ? html`<button class="quiet" @click=${() => (this.asking = what)}>${icon('leave')} ${t(this.#leave)}</button>`
      : html`<button class="danger" @click=${() => (this.asking = what)}>${icon('trash')} ${t('roomSettings.delete')}</button>`;
    return html`${means}<div class="settings-end">${this.asking === what ? this.#sure(what) : begin}</div>`;
  }

  /** @param {'leave' | 'delete'} what */
  #sure(what) {
    const leave = this.#group ? 'group.sureLeave' : 'roomSettings.sureLeave';
    return html`<span>${t(what === 'leave' ? leave : 'roomSettings.sureDelete')}</span>
      <span class="buttons"><button class="quiet" @click=${() => (this.asking = null)}>${t('action.cancel')}</button>
      <button class="primary danger" @click=${() => this.#do(what)}>${t(what === 'leave' ? this.#leave : 'roomSettings.delete')}</button></span>`;
  }

  /** @returns {Key} */
  get #leave() {
    return this.#group ? 'group.leave' : 'roomSettings.leave';
  }

  /** @param {'leave' | 'delete'} what */
  async #do(what) {
    const { entering } = this.chat;
    this.asking = null;
    try {
      await (what === 'leave' ? entering.leave(this.state.id) : entering.remove(this.state.id));
      this.leaveFor('#/');
    } catch (error) {
      this.error = explain(error, { conflict: this.#group ? 'group.last' : 'roomSettings.lastOwner' });
    }
  }
}

customElements.define('room-settings-dialog', RoomSettingsDialog);
