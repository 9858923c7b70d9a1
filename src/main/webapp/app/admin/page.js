/** @import {Chat} from '../chat.js' */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Light } from '../components/common/light.js';
import { icon } from '../components/common/pieces.js';
import { t } from '../language.js';
import { adminAddress } from '../models/route.js';
import { Administering } from './administering.js';
import { sections } from './sections.js';
import '../components/common/connection-banner.js';

/** The administrators' pages. */
export class AdminPage extends Light {
  static properties = { chat: { attribute: false }, section: {} };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.section = '';
    /** @type {Administering | null} */
    this.desk = null;
  }

  /** On a phone the name of the open section may be beyond the edge. */
  updated() {
    this.querySelector('.admin-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  render() {
    const name = this.section in sections ? this.section : Object.keys(sections)[0];
    return html`<main class="admin" aria-labelledby="admin-title">
      <connection-banner .chat=${this.chat}></connection-banner>
      <header class="room-head">
        <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
        <div class="room-title"><h1 id="admin-title">${icon('shield')}<span>${t('admin.title')}</span></h1></div>
      </header>
      <nav class="admin-nav tabs" aria-label=${t('admin.title')}>${Object.entries(sections).map(([one, { title }]) => html`<a href=${adminAddress(one)}
        aria-current=${one === name ? 'page' : nothing}>${t(title)}</a>`)}</nav>
      <div class="admin-scroll" role="region" tabindex="0" aria-label=${t(sections[name].title)}><section class="admin-body" data-section=${name}>
        <h2 class="hidden">${t(sections[name].title)}</h2>
        ${keyed(name, sections[name].draw((this.desk ??= new Administering(this.chat))))}
      </section></div>
    </main>`;
  }
}

customElements.define('admin-page', AdminPage);
