/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Invite, InvitePage} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { Light } from '../common/light.js';
import { errorLine, icon, moment, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { copy } from '../common/toast.js';

/** How long a link may be valid, in hours; 0 for no limit. */
const LASTING = [1, 24, 168, 0];
/** How many people may use a link; 0 for no limit. */
const USES = [1, 10, 0];
const HOUR_S = 3600;
const WEEK_H = 168;

/** The invitations to a room: creating, copying and revoking them. */
export class RoomInviteSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, invites: { state: true }, made: { state: true }, error: { state: true } };

  #busy = false;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {InvitePage | null} */
    this.invites = null;
    /** The code of the invitation that was just created. */
    this.made = '';
    this.error = '';
  }

  firstUpdated() {
    this.#fresh();
  }

  #fresh() {
    this.error = '';
    return this.#fetch();
  }

  render() {
    return html`<div class="stack"><p class="faint">${t('invites.what')}</p>
      <form class="field-row invite-terms" novalidate @submit=${this.#make}>
        <label class="field grow"><span>${t('invites.lasting')}</span>
          <select name="hours">${LASTING.map((hours) => html`<option value=${hours} ?selected=${hours === WEEK_H}>${lasting(hours)}</option>`)}</select></label>
        <label class="field grow"><span>${t('invites.uses')}</span>
          <select name="uses">${USES.map((uses) => html`<option value=${uses} ?selected=${!uses}>${uses ? t('invites.people', { count: uses }) : t('invites.anyone')}</option>`)}</select></label>
        <button class="primary">${icon('link')} ${t('invites.make')}</button>
      </form>
      ${errorLine(this.error)}
      <section><h3>${t('invites.list')}</h3>${this.invites ? this.#list(this.invites) : notYet(this.error, () => this.#fresh())}</section></div>`;
  }

  /** @param {InvitePage} page */
  #list(page) {
    if (!page.invites.length) return html`<p class="faint">${t('invites.none')}</p>`;
    return html`<ul class="cards tight">${repeat(page.invites, ({ code }) => code, (invite) => this.#invite(invite))}</ul>
      ${page.next ? html`<button class="link" @click=${() => this.#more(page)}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {Invite} invite */
  #invite(invite) {
    const { code, url } = invite;
    return html`<li class="card invite ${code === this.made ? 'made' : ''}">
      <code dir="ltr">${url}</code>
      <div class="card-text"><span class="faint">${this.#terms(invite)}</span></div>
      <span class="buttons"><button aria-label="${t('invites.copy')}: ${url}" @click=${(/** @type {Event} */ event) => copy(/** @type {Element} */ (event.currentTarget), url)}>${icon('copy')} ${t('invites.copy')}</button>
        <button class="quiet danger" aria-label="${t('invites.revoke')}: ${url}" @click=${() => this.#revoke(code)}>${t('invites.revoke')}</button></span>
    </li>`;
  }

  /** @param {Invite} invite */
  #terms({ usesLeft, expiresAt, by }) {
    const uses = usesLeft === null ? t('invites.unlimited') : t('invites.usesLeft', { count: usesLeft });
    const until = expiresAt ? tx('gone.until', { until: moment(expiresAt) }) : t('invites.endless');
    return html`${uses} ${until} ${by ? tx('moderation.by', { by: named(by) }) : nothing}`;
  }

  /** @param {SubmitEvent} event */
  #make(event) {
    event.preventDefault();
    const terms = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [hours, uses] = ['hours', 'uses'].map((name) => Number(terms.get(name)));
    this.#do(async () => {
      const made = await this.chat.inviting.make(this.state, { expiresIn: hours ? hours * HOUR_S : null, maxUses: uses || null });
      this.made = made.code;
    });
  }

  /** @param {InvitePage} before */
  async #more(before) {
    this.error = '';
    try {
      const page = await this.chat.inviting.list(this.state, before.next);
      if (this.invites === before) this.invites = { invites: [...before.invites, ...page.invites], next: page.next };
    } catch (error) {
      this.error = explain(error);
    }
  }

  /** @param {string} code */
  async #revoke(code) {
    await this.#do(() => this.chat.inviting.revoke(this.state, code));
    await this.updateComplete;
    // The pressed button is gone with its link, so the focus needs another place.
    if (!this.contains(document.activeElement)) /** @type {HTMLElement | null} */ (this.querySelector('.invite-terms button'))?.focus();
  }

  /**
   * Runs one action at a time. The button is not disabled meanwhile, because it would lose the focus.
   * @param {() => Promise<unknown>} action
   */
  async #do(action) {
    if (this.#busy) return;
    this.#busy = true;
    this.error = '';
    try {
      await action();
    } catch (error) {
      this.error = explain(error, { not_found: 'invites.overAlready', conflict: 'invites.tooMany' });
    }
    this.#busy = false;
    await this.#fetch();
  }

  async #fetch() {
    try {
      this.invites = await this.chat.inviting.list(this.state);
    } catch (error) {
      this.error ||= explain(error);
    }
  }
}

/** @param {number} hours */
const lasting = (hours) => (hours ? times.lasting(hours * HOUR_S * 1000) : t('invites.never'));

customElements.define('room-invite-settings', RoomInviteSettings);
