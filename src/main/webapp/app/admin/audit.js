/** @import {Key} from '../language.js' */
/** @import {AdminAuditEntry} from '../models/wire.js' */
/** @import {Wanted} from './administering.js' */
import { html } from 'lit';
import { moment, named } from '../components/common/pieces.js';
import { t, tx } from '../language.js';
import { AdminList } from './list.js';

/** @type {Record<string, Key>} */
const DONE = {
  disable: 'admin.did.disable',
  enable: 'admin.did.enable',
  make_admin: 'admin.did.make',
  unmake_admin: 'admin.did.unmake',
  password: 'admin.did.password',
  end_sessions: 'admin.did.endSessions',
  end_session: 'admin.did.endSession',
};

/** The audit log of the administrators, the latest entry first. @extends {AdminList<AdminAuditEntry>} */
export class AdminAudit extends AdminList {
  /** @param {Wanted} wanted */
  async page(wanted) {
    const { entries, next } = await this.desk.audit(wanted);
    return { items: entries, next };
  }

  get none() {
    return t('admin.noAudit');
  }

  /** @param {AdminAuditEntry} entry */
  key({ createdAt, action, target }) {
    return `${createdAt} ${action} ${target}`;
  }

  /** @param {AdminAuditEntry} entry */
  item({ action, by, target, createdAt }) {
    const names = { by: named(by ?? t('member.deleted')), target: named(target ?? t('member.deleted')), action };
    return html`<li class="card admin-entry"><span>${tx(DONE[action] ?? 'admin.did.other', names)}</span>
      ${moment(createdAt)}</li>`;
  }
}

customElements.define('admin-audit', AdminAudit);
