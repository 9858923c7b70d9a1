/** @import {Given} from '../../lib/files.js' */
/** @import {Route} from '../../models/route.js' */
import { html, nothing } from 'lit';
import { Chat } from '../../chat.js';
import { t } from '../../language.js';
import { takeFiles } from '../../lib/files.js';
import { Late } from '../../lib/late.js';
import { problemOf } from '../../lib/problem.js';
import { Session } from '../../lib/session.js';
import { keepShell } from '../../lib/shell.js';
import { routeOf } from '../../models/route.js';
import { Toasts } from '../../models/toasts.js';
import { drawAttention } from '../common/attention.js';
import { Dialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { mark } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { composerFor } from '../composer/composer-for.js';
import '../common/toast-list.js';
import '../entry/sign-in-page.js';
import './chat-page.js';

const AGAIN_MS = 4000;
/** The page loads what the user reads first. After this time it loads the rest. */
const AT_REST_MS = 4000;
/** Dialogs that open on top of the current dialog. All others replace it. */
const UPON = new Set(['delete-account', 'ownership', 'profile']);

/** Loaded before the user needs them: later the connection may be lost, or the server may have a new version. */
const late = new Late(() => import('./dialogs.js'));

/** The whole page: the sign-in page or the chat, with dialogs and toasts above it. */
export class ParleyApp extends Light {
  static properties = { route: { state: true }, starting: { state: true }, first: { state: true }, dialogs: { state: true } };

  session = new Session();
  toasts = new Toasts();
  /** @type {Chat | null} */
  chat = null;

  constructor() {
    super();
    /** @type {Route} */
    this.route = routeOf(location.hash);
    /** @type {'asking' | 'unreachable' | 'done'} */
    this.starting = 'asking';
    /** Whether the server has no administrator yet. */
    this.first = false;
    /** The templates of the open dialogs, the front one last. @type {((chat: Chat) => unknown)[]} */
    this.dialogs = [];
    this.session.watch(() => this.#sessionChanged());
    window.addEventListener('hashchange', () => (this.route = routeOf(location.hash)));
    this.addEventListener('open-dialog', (event) => this.#open(/** @type {CustomEvent} */ (event)));
    this.addEventListener('closed', (event) => this.#dialogClosed(/** @type {CustomEvent} */ (event)));
    this.addEventListener('toast', (event) => this.toasts.show(/** @type {CustomEvent} */ (event).detail));
    takeFiles({ take: (given, target) => this.#attach(given, target), over: (yes) => document.documentElement.toggleAttribute('data-drop', yes) });
    this.#resume();
  }

  /** The page takes the place of what index.html shows until now. */
  createRenderRoot() {
    this.replaceChildren();
    return super.createRenderRoot();
  }

  async #resume() {
    try {
      await this.session.resume();
      this.first = !this.session.user && (await this.session.needsSetUp());
      this.starting = 'done';
    } catch {
      this.starting = 'unreachable';
      setTimeout(() => this.#resume(), AGAIN_MS);
    }
  }

  #sessionChanged() {
    const user = this.session.user;
    if (user && !this.chat) {
      this.first = false;
      this.chat = new Chat(this.session, user);
      this.chat.watch(() => drawAttention(this.chat));
      this.chat.start();
      keepShell();
      setTimeout(() => late.get(false).catch(() => undefined), AT_REST_MS);
    } else if (!user && this.chat) {
      this.chat.stop();
      this.chat = null;
      this.dialogs = [];
      this.toasts.clear();
      drawAttention(null);
    }
    this.requestUpdate();
  }

  /**
   * Opens a dialog. If the event comes from a dialog, the new one replaces it or opens on top of it.
   * @param {CustomEvent<{name: string, props: Record<string, unknown>}>} event
   */
  async #open({ target, detail: { name, props } }) {
    const { chat: asking } = this;
    const below = this.dialogs.slice(0, Math.max(0, this.#depth(target) + (UPON.has(name) ? 1 : 0)));
    try {
      const { dialogs } = await late.get(asking?.connections.phase === 'open');
      if (this.chat === asking) this.dialogs = [...below, (chat) => dialogs[name]?.(chat, props)];
    } catch (error) {
      const action = problemOf(error).code === 'outdated' ? { label: t('action.reload'), act: () => location.reload() } : undefined;
      this.toasts.show({ text: explain(error), tone: 'error', action });
    }
  }

  /**
   * @param {Given} given
   * @param {EventTarget | null} target
   */
  #attach(given, target) {
    const composer = composerFor(target);
    if (composer) composer.attach(given);
    else this.toasts.show({ text: t('files.nowhere'), tone: 'error' });
  }

  /** @param {EventTarget | null} target @returns {number} the index of the open dialog that contains it; -1 for none */
  #depth(target) {
    const open = [...this.children].filter((child) => child instanceof Dialog);
    return open.findIndex((dialog) => target instanceof Node && dialog.contains(target));
  }

  /**
   * After a dialog that led to another room nothing has the focus. Then it goes to that room's message field.
   * @param {CustomEvent<{left: boolean}>} event
   */
  #dialogClosed({ target, detail: { left } }) {
    this.dialogs = left ? [] : this.dialogs.slice(0, Math.max(0, this.#depth(target)));
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const next = [...this.querySelectorAll('dialog[open] .dialog-head button')].at(-1) ?? this.querySelector('.composer textarea, .admin-scroll');
      /** @type {HTMLElement | null} */ (next)?.focus();
    });
  }

  render() {
    return html`${this.#page()} ${this.#dialogs()}
      <toast-list .toasts=${this.toasts}></toast-list>`;
  }

  #dialogs() {
    const { chat } = this;
    return chat ? this.dialogs.map((draw) => draw(chat)) : nothing;
  }

  #page() {
    if (this.chat) return html`<chat-page .chat=${this.chat} .route=${this.route}></chat-page>`;
    if (this.starting === 'done') return this.#door();
    return html`<main class="splash" aria-busy=${String(this.starting === 'asking')}>
      ${mark()}
      <p class="wordmark">Parley</p>
      <p role="status">${this.starting === 'unreachable' ? t('start.unreachable') : ''}</p>
    </main>`;
  }

  #door() {
    const { first, route } = this;
    return html`<sign-in-page .session=${this.session} ?first=${first || route.page === 'setup'} .code=${route.page === 'setup' ? route.code : ''}
      .invite=${route.page === 'invite' ? route.code : ''}></sign-in-page>`;
  }
}

customElements.define('parley-app', ParleyApp);
