/** @import {Frame, User} from './models/wire.js' */
import { Connection } from './lib/connection.js';
import { root } from './lib/place.js';
import { Session } from './lib/session.js';
import { Tabs } from './lib/tabs.js';
import { Observable } from './models/observable.js';
import { Outbox } from './models/outbox.js';
import { Rooms } from './models/rooms.js';
import { Account } from './uses/account.js';
import { Attending } from './uses/attending.js';
import { Entering } from './uses/entering.js';
import { Following } from './uses/following.js';
import { Paging } from './uses/paging.js';
import { Reading } from './uses/reading.js';
import { Remembering } from './uses/remembering.js';
import { Sending } from './uses/sending.js';
import { Telling } from './uses/telling.js';

const TICK_MS = 1000;
/** After so long in the background the list of rooms is asked for again: one may have been added to some. */
const STALE_MS = 60_000;

/** One person's chat in one tab: it puts together what the models know and what the network brings. */
export class Chat extends Observable {
  tabs = new Tabs();
  outbox = new Outbox();
  account = new Account(this);
  attending = new Attending(this);
  entering = new Entering(this);
  following = new Following(this);
  paging = new Paging(this);
  reading = new Reading(this);
  remembering = new Remembering(this);
  sending = new Sending(this);
  telling = new Telling(this);
  /** Rooms that have shut behind one, by id, with the frame that said so. @type {Map<string, {frame: Frame, name: string}>} */
  gone = new Map();
  /** Whether this browser refuses to keep anything, so that a reload would lose what is not sent. */
  forgetful = false;
  #stop = new AbortController();
  #hiddenAt = Infinity;

  /** @type {User} */
  #me;

  /**
   * @param {Session} session
   * @param {User} me who is signed in
   */
  constructor(session, me) {
    super();
    this.session = session;
    this.#me = me;
    this.rooms = new Rooms(this.me.username);
    this.connection = new Connection({
      address: () => this.#address(),
      frame: (frame) => this.#heard(frame),
      opened: () => this.#opened(),
      ended: (ending) => session.end(ending),
    });
    this.rooms.watch(() => this.remembering.keep());
    for (const part of [this.rooms, this.outbox, this.connection]) part.watch(() => this.changed());
  }

  /** Who is signed in; or was, for the moment in which the page takes its leave. */
  get me() {
    this.#me = this.session.user ?? this.#me;
    return this.#me;
  }

  start() {
    if (!this.session.confirmed) this.remembering.recall();
    this.tabs.listen((message) => this.#told(message));
    this.tabs.own(this.me.username, () => this.sending.load());
    this.sending.load();
    this.following.list().catch(() => undefined);
    this.connection.start();
    this.#watchPage(this.#stop.signal);
  }

  stop() {
    this.#stop.abort();
    this.attending.stop();
    this.tabs.close();
    this.connection.stop();
  }

  /** @param {unknown} _error */
  unkept(_error) {
    this.forgetful = true;
    this.changed();
  }

  async #address() {
    const { ticket } = await this.session.call('POST', 'auth/live-ticket');
    const url = new URL(`live/rooms?ticket=${encodeURIComponent(ticket)}`, root);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return url.href;
  }

  #opened() {
    this.telling.connected();
    this.reading.flush();
    this.sending.pump();
    this.following.opened();
    for (const state of this.rooms.all) state.mend();
  }

  /** @param {Frame} frame */
  #heard(frame) {
    this.attending.frame(frame);
    this.following.frame(frame);
  }

  /** @param {{kind: string, [field: string]: unknown}} message from another tab */
  #told(message) {
    if (message.kind === 'outbox') this.sending.load();
    if (message.kind === 'notify') this.attending.chosen(message.id, message.notify);
    if (message.kind === 'rooms') this.following.refresh().catch(() => undefined);
  }

  /** @param {AbortSignal} signal */
  #watchPage(signal) {
    const ticking = setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
    for (const type of ['online', 'offline']) window.addEventListener(type, () => this.#network(), { signal });
    for (const type of ['keydown', 'pointerdown', 'focus']) {
      window.addEventListener(type, () => this.telling.touched(), { signal, passive: true });
    }
    document.addEventListener('visibilitychange', () => this.#visibility(), { signal });
    window.addEventListener('pagehide', () => this.#leaving(), { signal });
  }

  #tick() {
    this.telling.tick();
    for (const state of this.rooms.all) state.typing.expire(Date.now());
    if (this.connection.phase === 'waiting') this.changed();
  }

  #network() {
    this.connection.check();
    this.changed();
  }

  #leaving() {
    this.reading.flush();
    this.remembering.refresh();
  }

  #visibility() {
    if (document.visibilityState === 'hidden') {
      this.#hiddenAt = Date.now();
      this.#leaving();
      return;
    }
    this.connection.check();
    if (Date.now() - this.#hiddenAt > STALE_MS) this.following.refresh().catch(() => undefined);
  }
}
