/** @import {Administering} from './administering.js' */
/** @import {Key} from '../language.js' */
/** @import {TemplateResult} from 'lit' */
import { html } from 'lit';
import './accounts.js';
import './audit.js';
import './figures.js';
import './reports.js';
import './rooms.js';

/**
 * The sections of the administrators' pages in their order, each at `#/admin/NAME`. The first one opens at the start.
 * @type {Record<string, {title: Key, draw: (desk: Administering) => TemplateResult}>}
 */
export const sections = {
  accounts: { title: 'admin.section.accounts', draw: (desk) => html`<admin-accounts .desk=${desk}></admin-accounts>` },
  rooms: { title: 'rooms.title', draw: (desk) => html`<admin-rooms .desk=${desk}></admin-rooms>` },
  reports: { title: 'reports.title', draw: (desk) => html`<admin-reports .chat=${desk.chat}></admin-reports>` },
  figures: { title: 'admin.section.figures', draw: (desk) => html`<admin-figures .desk=${desk}></admin-figures>` },
  audit: { title: 'admin.section.audit', draw: (desk) => html`<admin-audit .desk=${desk}></admin-audit>` },
};
