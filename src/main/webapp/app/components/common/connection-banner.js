/** @import {Chat} from '../../chat.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

/**
 * Shows that the connection is lost, when the page tries again, and that unsent messages are safe. If the network
 * blocks WebSockets, it explains that until the user has read it.
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

  /** The live region stays in the page: a screen reader announces the changes in it. */
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
