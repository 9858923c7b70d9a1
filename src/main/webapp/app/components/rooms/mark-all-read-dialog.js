/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Question } from '../common/question.js';

/** Asks before very many rooms are marked as read. */
export class MarkAllReadDialog extends Question {
  static properties = { chat: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
  }

  get heading() {
    return t('allRead.title');
  }

  get answer() {
    return { label: t('allRead.do') };
  }

  fields() {
    return html`<p>${t('allRead.means', { count: this.chat.reading.waiting.length })}</p>`;
  }

  async act() {
    const { length: count } = this.chat.reading.waiting;
    await this.chat.reading.all();
    return t('allRead.done', { count });
  }
}

customElements.define('mark-all-read-dialog', MarkAllReadDialog);
