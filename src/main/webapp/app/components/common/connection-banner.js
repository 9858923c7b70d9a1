/** @import {Chat} from '../../chat.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

/**
 * Says that the connection is lost, when the page tries again, and that nothing written meanwhile is lost; and, until it is
 * read, that the network lets no WebSocket through and what that means.
 */
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

  /** What is announced stays where it is: a screen reader tells what changes in it. */
  render() {
    const { connections, transport } = this.chat;
    const { phase, wasOpen } = connections;
    const lost = phase === 'waiting' || (phase === 'connecting' && wasOpen);
    const blocked = !lost && phase === 'open' && transport.news;
    return html`<div class="banner" ?hidden=${!lost && !blocked}>
      ${icon('unplugged')}
      <span class="banner-text" role="status">${lost ? this.#loss() : blocked ? t('connection.blocked') : ''}</span>
      ${lost ? this.#again() : html`<button class="link" @click=${() => transport.understood()}>${t('connection.understood')}</button>`}
    </div>`;
  }

  #loss() {
    const { underWay } = this.chat.outbox;
    return html`${t(navigator.onLine ? 'connection.lost' : 'connection.offline')}
      ${underWay ? t('connection.waiting', { count: underWay }) : nothing}`;
  }

  #again() {
    const { phase, retryAt } = this.chat.connections;
    const seconds = Math.max(1, Math.ceil((retryAt - Date.now()) / 1000));
    return html`<span class="banner-count" aria-live="off">${phase === 'waiting' ? t('connection.again', { count: seconds }) : t('connection.trying')}</span>
      <button class="link" ?disabled=${phase !== 'waiting'} @click=${() => this.chat.connections.retryNow()}>${t('connection.retryNow')}</button>`;
  }
}

customElements.define('connection-banner', ConnectionBanner);
