/** @import {Chat} from '../chat.js' */
/** @import {Desk} from '../uses/reporting.js' */
import { html } from 'lit';
import { Light } from '../components/common/light.js';
import { t } from '../language.js';
import '../components/moderation/report-list.js';

/** All reports on the server, private messages too, for administrators. */
export class AdminReports extends Light {
  static properties = { chat: { attribute: false } };

  /** @type {Desk | null} */
  #desk = null;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
  }

  render() {
    this.#desk ??= this.chat.reporting.everywhere();
    return html`<p class="faint">${t('reports.privately')}</p><report-list .desk=${this.#desk}></report-list>`;
  }
}

customElements.define('admin-reports', AdminReports);
