/** @import {Chat} from '../chat.js' */
import { html, nothing } from 'lit';
import { t } from '../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

/** Says that the connection is lost, when the page tries again, and that nothing written meanwhile is lost. */
export class ConnectionBanner extends Light {
  static properties = { chat: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
  }

  willUpdate() {
    this.watches(this.chat);
  }

  render() {
    const { phase, retryAt, wasOpen } = this.chat.connections;
    const lost = phase === 'waiting' || (phase === 'connecting' && wasOpen);
    const seconds = Math.max(1, Math.ceil((retryAt - Date.now()) / 1000));
    return html`<div class="banner" ?hidden=${!lost}>
      ${icon('unplugged')}
      <span class="banner-text" role="status">${lost ? t(navigator.onLine ? 'connection.lost' : 'connection.offline') : ''}
        ${lost && this.chat.outbox.underWay ? t('connection.waiting', { count: this.chat.outbox.underWay }) : nothing}</span>
      <span class="banner-count" aria-live="off">${phase === 'waiting' ? t('connection.again', { count: seconds }) : lost ? t('connection.trying') : ''}</span>
      <button class="link" ?disabled=${phase !== 'waiting'} @click=${() => this.chat.connections.retryNow()}>${t('connection.retryNow')}</button>
    </div>`;
  }
}

customElements.define('connection-banner', ConnectionBanner);
