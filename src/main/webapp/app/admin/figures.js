/** @import {Administering} from './administering.js' */
/** @import {Key} from '../language.js' */
/** @import {Figures} from '../models/wire.js' */
import { html, nothing } from 'lit';
import { Light } from '../components/common/light.js';
import { errorLine } from '../components/common/pieces.js';
import { explain } from '../components/common/problems.js';
import { language, t, times } from '../language.js';

const AGAIN_MS = 5000;
const MIB = 1 << 20;
const GIB = 1 << 30;

/** @type {Key} */
const MEGABYTES = 'admin.megabytes';
const number = (/** @type {number} */ value) => language.number.format(value);
const size = (/** @type {number} */ bytes) => t(bytes < GIB ? MEGABYTES : 'admin.gigabytes', { size: bytes < GIB ? Math.round(bytes / MIB) : Math.round((bytes / GIB) * 10) / 10 });

/** The states of the search's index. @type {Record<Figures['search']['state'], Key>} */
const INDEX = { starting: 'admin.search.starting', indexing: 'admin.search.indexing', ready: 'admin.search.ready', unavailable: 'admin.search.unavailable' };

/** @type {[Key, [Key, (figures: Figures) => string][]][]} */
const GROUPS = [
  ['admin.people', [
    ['admin.online', ({ online }) => number(online)],
    ['admin.sockets', ({ sockets }) => number(sockets)],
    ['admin.accounts', ({ accounts, disabled }) => (disabled ? t('admin.withDisabled', { accounts, disabled }) : number(accounts))],
    ['admin.admins', ({ admins }) => number(admins)],
  ]],
  ['admin.talk', [
    ['rooms.title', ({ rooms }) => number(rooms)],
    ['admin.conversations', ({ conversations }) => number(conversations)],
    ['admin.messages', ({ messages }) => number(messages)],
    ['admin.waiting', ({ waiting }) => number(waiting)],
  ]],
  ['admin.server', [
    ['admin.version', ({ version }) => version],
    ['admin.started', ({ startedAt }) => times.ago(startedAt, new Date())],
    ['admin.database', ({ database }) => database],
    ['admin.java', ({ java }) => java],
    ['admin.memory', ({ heapUsed, heapMost }) => t('admin.of', { part: size(heapUsed), whole: size(heapMost) })],
    ['admin.search', ({ search }) => t(INDEX[search.state], { share: number(Math.floor(100 * search.progress)) })],
    ['admin.disk', ({ diskFree }) => (diskFree < 0 ? '–' : size(diskFree))],
  ]],
];

/** The server's figures. They reload while the page shows them. */
export class AdminFigures extends Light {
  static properties = { desk: { attribute: false }, figures: { state: true }, error: { state: true } };

  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Administering} */
    this.desk;
    /** @type {Figures | null} */
    this.figures = null;
    this.error = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#ask(), AGAIN_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #ask() {
    try {
      this.figures = await this.desk.figures();
      this.error = '';
    } catch (error) {
      this.error = explain(error);
    }
  }

  render() {
    const { figures } = this;
    return html`${errorLine(this.error)}
      ${figures ? GROUPS.map(([title, lines]) => html`<section class="admin-figures"><h3>${t(title)}</h3>
        <dl>${lines.map(([name, shown]) => html`<div><dt>${t(name)}</dt><dd>${shown(figures)}</dd></div>`)}</dl></section>`) : nothing}
      ${figures || this.error ? nothing : html`<div class="skeleton-lines" aria-busy="true"></div>`}`;
  }
}

customElements.define('admin-figures', AdminFigures);
