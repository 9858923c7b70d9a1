/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Member, Role} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon, named, nameOf, roomGlyph, titleOf } from '../common/pieces.js';
import { Question } from '../common/question.js';

/** Explains what it means to give a user ownership of a room, or to give it up, and asks for consent. */
export class OwnershipDialog extends Question {
  static properties = { chat: { attribute: false }, state: { attribute: false }, member: { attribute: false }, wanted: {} };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Member} */
    this.member;
    /** The member's new role. @type {Role} */
    this.wanted = 'owner';
  }

  get #way() {
    if (this.wanted === 'owner') return 'give';
    return this.member.user.username === this.chat.me.username ? 'leave' : 'take';
  }

  get heading() {
    return t(`ownership.${this.#way}Whom`, { name: nameOf(this.member.user) });
  }

  get answer() {
    return { label: t(`ownership.${this.#way}`), danger: this.#way !== 'give' };
  }

  /** @returns {Partial<Record<string, Key>>} */
  get refusals() {
    return { conflict: 'roomSettings.lastOwner', not_found: 'roomMembers.unknown' };
  }

  subject() {
    return html`<p class="dialog-sub">${roomGlyph(this.state.room)} ${named(titleOf(this.state))}</p>`;
  }

  fields() {
    const way = this.#way;
    const mine = this.state.room.membership?.role === 'owner';
    return html`<p>${t(`ownership.${way}Means`, { name: nameOf(this.member.user), role: t(`role.${this.wanted}`) })}</p>
      ${way === 'give' ? html`<p class="notice">${icon('alert')} ${t('ownership.giveForGood')}</p>` : nothing}
      ${way === 'give' && mine
        ? html`<label class="check"><input type="checkbox" name="leave" /> <span>${t('ownership.handOver')} <small>${t('ownership.handOverHint')}</small></span></label>`
        : nothing}`;
  }

  /** @param {FormData} given */
  async act(given) {
    const { entering, me } = this.chat;
    const done = t(`ownership.${this.#way}Done`, { name: nameOf(this.member.user) });
    await entering.appoint(this.state.id, this.member.user.username, this.wanted);
    if (given.has('leave')) await entering.appoint(this.state.id, me.username, 'moderator');
    return done;
  }
}

customElements.define('ownership-dialog', OwnershipDialog);
