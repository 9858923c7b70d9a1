/** @import {Chat} from '../../chat.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { addressIn } from '../../models/route.js';
import { Light } from '../common/light.js';
import { icon, moment, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import '../common/connection-banner.js';

/**
 * The user has followed an invitation. They join the room when they confirm, or read why they cannot. Any text can hide
 * such a link, so following it is not consent.
 */
export class InviteDoor extends Light {
  static properties = { chat: { attribute: false }, code: { attribute: false }, invitation: { state: true }, entering: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.code = '';
    /** The invitation, once it is loaded. @type {{room: string | null, by: {displayName: string}} | null} */
    this.invitation = null;
    this.entering = false;
    /** @type {unknown} */
    this.failure = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('code')) return;
    const { code } = this;
    this.invitation = null;
    this.chat.session.invitation(code).then(
      (invitation) => {
        if (this.code === code) this.invitation = invitation;
      },
      // If the link is bad, joining shows the reason.
      () => undefined,
    );
  }

  async #enter() {
    this.entering = true;
    this.failure = null;
    try {
      const { room } = await this.chat.inviting.accept(this.code);
      // Do not bring back a user who has gone elsewhere meanwhile.
      if (this.isConnected) location.replace(addressIn(room));
    } catch (error) {
      this.failure = error;
    }
  }

  render() {
    return html`<main class="empty">
      <connection-banner .chat=${this.chat}></connection-banner>
      <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
      ${this.failure ? this.#failed() : this.entering ? this.#entering() : this.#asking()}
    </main>`;
  }

  #asking() {
    const { invitation } = this;
    return html`<div class="notice-card">
      ${icon('link')}
      <h1>${invitation ? tx(invitation.room ? 'invite.by' : 'invite.byToGroup', { by: named(invitation.by.displayName), room: named(invitation.room ?? '') }) : t('invite.entering')}</h1>
      <p>${t(invitation ? 'invite.people' : 'invite.ask')}</p>
      <button class="primary" @click=${() => this.#enter()}>${t('invite.join')}</button>
      <a class="button" href="#/">${t('invite.notNow')}</a>
    </div>`;
  }

  #entering() {
    return html`<div class="notice-card" role="status" aria-busy="true">
      ${icon('link')}
      <h1>${t('invite.entering')}</h1>
      <p>${t('invite.enteringHint')}</p>
    </div>`;
  }

  #failed() {
    const { code, until, reason } = problemOf(this.failure);
    const banned = code === 'banned';
    const over = banned || code === 'not_found';
    return html`<div class="notice-card" role="alert">
      ${icon(banned ? 'block' : 'link')}
      <h1>${explain(this.failure, { not_found: 'invite.over' })}</h1>
      ${code === 'not_found' ? html`<p>${t('invite.overHint')}</p>` : nothing}
      ${reason ? html`<p>${tx('gone.reason', { reason: named(reason) })}</p>` : nothing}
      ${until ? html`<p>${tx('gone.until', { until: moment(until) })}</p>` : nothing}
      ${over
        ? html`<a class="button primary" href="#/">${t('gone.toRooms')}</a>`
        : html`<button class="primary" @click=${() => this.#enter()}>${t('action.retry')}</button>`}
    </div>`;
  }
}

customElements.define('invite-door', InviteDoor);
