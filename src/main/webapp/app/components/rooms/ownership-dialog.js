/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Member, Role} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, icon, named, nameOf, roomGlyph } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

/** Explains what it means to give a user ownership of a room, or to give it up, and asks for consent. */
export class OwnershipDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, member: { attribute: false }, wanted: {}, error: { state: true } };

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
    this.error = '';
  }

  get #way() {
    if (this.wanted === 'owner') return 'give';
    return this.member.user.username === this.chat.me.username ? 'leave' : 'take';
  }

  get brief() {
    return true;
  }

  get heading() {
    return t(`ownership.${this.#way}Whom`, { name: nameOf(this.member.user) });
  }

  content() {
    const way = this.#way;
    const mine = this.state.room.membership?.role === 'owner';
    return html`<form @submit=${this.#submit}>
      <p class="dialog-sub">${roomGlyph(this.state.room)} ${named(this.state.room.name)}</p>
      <div class="dialog-body stack">
        <p>${t(`ownership.${way}Means`, { name: nameOf(this.member.user), role: t(`role.${this.wanted}`) })}</p>
        ${way === 'give' ? html`<p class="notice">${icon('alert')} ${t('ownership.giveForGood')}</p>` : nothing}
        ${way === 'give' && mine
          ? html`<label class="check"><input type="checkbox" name="leave" /> <span>${t('ownership.handOver')} <small>${t('ownership.handOverHint')}</small></span></label>`
          : nothing}
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary ${way === 'give' ? '' : 'danger'}" ?disabled=${this.busy}>${t(`ownership.${way}`)}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const handOver = new FormData(/** @type {HTMLFormElement} */ (event.target)).has('leave');
    const { entering, me } = this.chat;
    this.busy = true;
    this.error = '';
    try {
      await entering.appoint(this.state.id, this.member.user.username, this.wanted);
      if (handOver) await entering.appoint(this.state.id, me.username, 'moderator');
      toast(this, t(`ownership.${this.#way}Done`, { name: nameOf(this.member.user) }), 'info');
      this.close();
    } catch (error) {
      this.error = explain(error, OWN_WORDS);
    }
    this.busy = false;
  }
}

/** @type {Partial<Record<string, Key>>} */
const OWN_WORDS = { conflict: 'roomSettings.lastOwner', not_found: 'roomMembers.unknown' };

customElements.define('ownership-dialog', OwnershipDialog);
