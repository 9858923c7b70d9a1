/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {ActivityItem} from '../../models/wire.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { keyOf } from '../../models/activity.js';
import { isGroup } from '../../models/groups.js';
import { directAddress, roomAddress } from '../../models/route.js';
import { Dialog } from '../common/dialog.js';
import { avatar, errorLine, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { quoted } from '../files/said.js';
import { tabBar } from '../common/tab-bar.js';

/** @type {Record<string, Key>} */
const TABS = { all: 'activity.all', mention: 'activity.mentions', reply: 'activity.replies', reaction: 'activity.reactions' };

/** What is said of an item in a room, and of one in a conversation or a group. @type {Record<ActivityItem['kind'], [Key, Key]>} */
const WORDS = {
  mention: ['activity.mention', 'activity.mentionPrivately'],
  reply: ['activity.reply', 'activity.replyPrivately'],
  reaction: ['activity.reaction', 'activity.reactionPrivately'],
};

/** What others did that concerns the user: mentions, replies and reactions. It follows what comes while it is open. */
export class ActivityDialog extends Dialog {
  static properties = { chat: { attribute: false }, tab: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.tab = 'all';
    this.error = '';
  }

  get heading() {
    return t('activity.title');
  }

  firstUpdated() {
    super.firstUpdated();
    this.#choose(this.tab);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chat.activity.look(null);
  }

  willUpdate() {
    this.watches(this.chat.activity);
  }

  content() {
    return html`${tabBar(TABS, this.tab, (tab) => this.#choose(tab))}
      <div class="dialog-body activity" role="tabpanel" aria-label=${t(TABS[this.tab])}>${this.#list()}</div>`;
  }

  #list() {
    const { items, next } = this.chat.activity.of(this.tab);
    const error = errorLine(this.error);
    if (!items) return html`${error} ${notYet(this.error, () => this.#choose(this.tab))}`;
    if (!items.length && !next) return html`${error}<p class="faint">${t('activity.none')}</p>`;
    return html`${error}<ul class="cards">${repeat(items, keyOf, (item) => html`<li>${this.#item(item)}</li>`)}</ul>
      ${next ? html`<button class="link" @click=${() => this.#ask(() => this.chat.activity.more(this.tab))}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {ActivityItem} item */
  #item(item) {
    const { kind, by, createdAt, emoji = '' } = item;
    const direct = item.room === undefined;
    const address = direct ? directAddress(item.with ?? '', item.seq) : roomAddress(item.room ?? '', item.seq);
    const state = direct ? this.chat.conversations.find(item.with) : this.chat.rooms.find(item.room);
    const displayName = by ? this.chat.nameOf(by, state) : t('member.deleted');
    const privately = direct || Boolean(state && isGroup(state.room));
    const values = { name: html`<strong>${named(displayName)}</strong>`, room: html`<strong>${named(item.room ?? '')}</strong>`, emoji: html`<span class="activity-emoji">${emoji}</span>` };
    return html`<a class="activity-item" href=${address} @click=${() => this.#show(address, item.seq)}>
      ${avatar({ username: by, displayName, avatarUrl: this.chat.people.pictureOf(by, state) })}
      <span class="card-text">
        <span class="activity-head"><span>${tx(WORDS[kind][privately ? 1 : 0], values)}</span>
          <time class="faint" datetime=${createdAt} title=${times.full.format(new Date(createdAt))}>${times.ago(createdAt, new Date())}</time></span>
        <span class="activity-text"><bdi>${quoted(state, item)}</bdi></span>
      </span>
    </a>`;
  }

  /**
   * A link to the current address changes no address, so the page goes there here.
   * @param {string} address
   * @param {number} seq
   */
  #show(address, seq) {
    if (address === location.hash) /** @type {MessageTimeline | null} */ (document.querySelector('message-timeline'))?.go(seq);
    // The message gets the focus.
    this.backTo();
    this.close();
  }

  /** @param {string} tab */
  #choose(tab) {
    this.tab = tab;
    this.chat.activity.look(tab);
    this.#ask(() => this.chat.activity.load(tab));
  }

  /** @param {() => Promise<void>} load */
  async #ask(load) {
    this.error = '';
    try {
      await load();
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('activity-dialog', ActivityDialog);
