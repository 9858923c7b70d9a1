/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { roomAddress } from '../../models/route.js';
import { Dialog, openDialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { errorLine, icon } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { hyphened } from './room-name.js';

/** Creates a room: its name, its topic, and who may join. */
export class CreateRoomDialog extends Dialog {
  static properties = { chat: { attribute: false }, error: { state: true } };

  #faults = new Faults(this, { name: 'create.badName', password: 'signin.badPassword' });

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.error = '';
  }

  get heading() {
    return t('rooms.create');
  }

  content() {
    const faults = this.#faults;
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${faults.mended}>
      <div class="dialog-body stack">
        <label class="field"><span>${t('create.name')}</span>
          <input name="name" required maxlength="50" autofocus autocomplete="off" autocapitalize="none" spellcheck="false" @input=${hyphened}
            aria-invalid=${faults.is('name')} aria-describedby=${faults.by('name')} />
          ${faults.about('name', t('create.nameHint'))}</label>
        <label class="field"><span>${t('create.topic')} <small>${t('field.optional')}</small></span>
          <input name="topic" maxlength="500" autocomplete="off" aria-invalid=${faults.is('topic')} aria-describedby=${faults.by('topic')} />
          ${faults.about('topic')}</label>
        <fieldset class="choices"><legend>${t('create.visibility')}</legend>
          <label class="choice"><input type="radio" name="visibility" value="public" checked />${icon('hash')}
            <span><strong>${t('create.public')}</strong><small>${t('create.publicHint')}</small></span></label>
          <label class="choice"><input type="radio" name="visibility" value="private" />${icon('lock')}
            <span><strong>${t('create.private')}</strong><small>${t('create.privateHint')}</small></span></label>
        </fieldset>
        <label class="field"><span>${t('create.password')} <small>${t('field.optional')}</small></span>
          <input name="password" type="password" minlength="8" maxlength="128" autocomplete="new-password"
            aria-invalid=${faults.is('password')} aria-describedby=${faults.by('password')} />
          ${faults.about('password', t('create.passwordHint'))}</label>
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button type="button" class="link" @click=${() => openDialog(this, 'import-room')}>${t('import.title')}</button>
        <button type="button" class="quiet" @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary" ?disabled=${this.busy}>${t('create.make')}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.#faults.pass(event)) return;
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const value = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
    const password = String(data.get('password') ?? '');
    this.busy = true;
    try {
      const room = { name: value('name'), topic: value('topic'), visibility: value('visibility'), ...(password && { password }) };
      const state = await this.chat.entering.create(room);
      this.leaveFor(roomAddress(state.room.name));
    } catch (error) {
      if (!this.#faults.take(error, { room_name_taken: 'name' })) this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('create-room-dialog', CreateRoomDialog);
