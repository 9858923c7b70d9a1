/** @import {Followed} from './models/followed.js' */
/** @import {RoomState} from './models/room-state.js' */
/** @import {Frame, User} from './models/wire.js' */
import { Connection } from './lib/connection.js';
import { Connections } from './lib/connections.js';
import { preferences } from './lib/preferences.js';
import { Session } from './lib/session.js';
import { Tabs } from './lib/tabs.js';
import { Transport } from './lib/transport.js';
import { isPrivate } from './models/address.js';
import { Conversations } from './models/conversations.js';
import { Observable } from './models/observable.js';
import { Outbox } from './models/outbox.js';
import { Rooms } from './models/rooms.js';
import { Undos } from './models/undos.js';
import { Uploads } from './models/uploads.js';
import { Account } from './uses/account.js';
import { Activity } from './uses/activity.js';
import { Arranging } from './uses/arranging.js';
import { Attaching } from './uses/attaching.js';
import { Attending } from './uses/attending.js';
import { Conversing } from './uses/conversing.js';
import { Deleting } from './uses/deleting.js';
import { Drafting } from './uses/drafting.js';
import { Entering } from './uses/entering.js';
import { Filing } from './uses/filing.js';
import { Following } from './uses/following.js';
import { Inviting } from './uses/inviting.js';
import { Moderating } from './uses/moderating.js';
import { Paging } from './uses/paging.js';
import { People } from './uses/people.js';
import { Pinning } from './uses/pinning.js';
import { Reacting } from './uses/reacting.js';
import { Reading } from './uses/reading.js';
import { Remembering } from './uses/remembering.js';
import { Replying } from './uses/replying.js';
import { Reporting } from './uses/reporting.js';
import { RoomFiles } from './uses/room-files.js';
import { Searching } from './uses/searching.js';
import { Sending } from './uses/sending.js';
import { Telling } from './uses/telling.js';

const TICK_MS = 1000;
/** After this time in the background the page loads the list of rooms again: the user may have been added to one. */
const STALE_MS = 60_000;

/** The chat of one user in one tab. It connects the models and the network. */
export class Chat extends Observable {
  tabs = new Tabs();
  uploads = new Uploads();
  outbox = new Outbox(({ files }) => this.uploads.ready(files));
  undos = new Undos();
  account = new Account(this);
  activity = new Activity(this);
  arranging = new Arranging(this);
  attaching = new Attaching(this);
  attending = new Attending(this);
  conversing = new Conversing(this);
  deleting = new Deleting(this);
  drafting = new Drafting(this);
  entering = new Entering(this);
  filing = new Filing(this);
  following = new Following(this);
  inviting = new Inviting(this);
  moderating = new Moderating(this);
  paging = new Paging(this);
  people = new People(this);
  pinning = new Pinning(this);
  reacting = new Reacting(this);
  reading = new Reading(this);
  remembering = new Remembering(this);
  replying = new Replying(this);
  reporting = new Reporting(this);
  roomFiles = new RoomFiles(this);
  searching = new Searching(this);
  sending = new Sending(this);
  telling = new Telling(this);
  /** Rooms that the user has lost, by id, with the frame about it. @type {Map<string, {frame: Frame, name: string}>} */
  gone = new Map();
  /** Whether this browser stores nothing, so that a reload loses unsent messages. */
  forgetful = false;
  #stop = new AbortController();
  #hiddenAt = Infinity;

  /** @type {User} */
  #me;

  /**
   * @param {Session} session
   * @param {User} me the signed-in user
   */
  constructor(session, me) {
    super();
    this.session = session;
    this.#me = me;
    this.rooms = new Rooms(this.me.username);
    this.conversations = new Conversations(this.me.username);
    this.transport = new Transport(session, {
      rooms: () => this.rooms.all.map(({ id }) => id),
      returned: () => this.connections.start(),
    });
    /** The feed of the rooms, and the user's own feed: private messages and notifications. */
    this.connection = this.#connection('live/rooms', this.following);
    this.personal = this.#connection('live/private', this.conversing);
    this.connections = new Connections(this.connection, this.personal);
    for (const kept of [this.rooms, this.conversations]) kept.watch(() => this.remembering.keep());
    for (const part of [this.rooms, this.conversations, this.outbox, this.drafting, this.connections, this.transport]) part.watch(() => this.changed());
  }

  /**
   * @param {string} path
   * @param {{frame: (frame: Frame) => void, opened: () => unknown}} follower
   */
  #connection(path, follower) {
    return new Connection({
      open: () => this.transport.open(path),
      frame: (frame) => this.#heard(frame, follower),
      opened: () => this.#opened(follower),
      ended: (ending) => this.session.end(ending),
    });
  }

  /** The signed-in user. After the sign-out it is still the last user, until the page has closed the chat. */
  get me() {
    this.#me = this.session.user ?? this.#me;
    return this.#me;
  }

  /** All that the user follows: the rooms and the conversations. */
  get all() {
    return [...this.rooms.all, ...this.conversations.all];
  }

  /**
   * A person's display name, from wherever this page has met them.
   * @param {string} username
   * @param {RoomState} [first] where it looks first
   */
  nameOf(username, first) {
    const met = [...(first ? [first] : []), ...this.all].find((state) => state.nameOf(username) !== username);
    return met?.nameOf(username) ?? username;
  }

  /** @param {string} id of a room or a conversation @returns {Connection} the connection for its frames */
  line(id) {
    return isPrivate(id) ? this.personal : this.connection;
  }

  get lines() {
    return [this.connection, this.personal];
  }

  /**
   * A feed has brought a frame.
   * @param {Followed & {apply: (frame: Frame, now: number) => boolean}} followed
   * @param {RoomState | undefined} state
   * @param {Frame} frame
   */
  took(followed, state, frame) {
    const open = followed.apply(frame, Date.now());
    if (frame.message?.sender?.username === this.rooms.me) this.sending.confirmed(frame.message.clientId);
    if (frame.seq) this.reading.delivered(state);
    if (state && open) this.reading.ask(state);
    if (state?.open && frame.type === 'caught_up') this.#caughtUp(state);
  }

  /** @param {RoomState} state whose feed does not bring marks and reports from the time without a connection */
  #caughtUp(state) {
    this.reading.learn(state);
    this.reporting.learn(state);
  }

  start() {
    if (!this.session.confirmed) this.remembering.recall();
    this.tabs.listen((message) => this.#told(message));
    this.tabs.own(this.me.username, () => this.sending.load());
    this.sending.load();
    this.deleting.load();
    this.following.list().catch(() => undefined);
    this.conversing.list().catch(() => undefined);
    this.connections.start();
    this.#watchPage(this.#stop.signal);
  }

  stop() {
    this.#stop.abort();
    this.attaching.end();
    this.attending.stop();
    this.deleting.stop();
    this.drafting.stop();
    this.tabs.close();
    this.connections.stop();
    this.transport.stop();
  }

  /** Signs out, when the server knows what the user has deleted and typed. */
  async signOut() {
    await Promise.all([this.deleting.finish(), this.drafting.finish()]);
    await this.session.signOut();
  }

  /** @param {unknown} _error */
  unkept(_error) {
    this.forgetful = true;
    this.changed();
  }

  /** @param {{opened: () => unknown}} follower */
  #opened(follower) {
    this.telling.connected();
    this.reading.flush();
    this.sending.pump();
    this.attaching.opened();
    this.deleting.load();
    follower.opened();
    for (const state of this.all) state.mend();
    this.pinning.opened();
    this.activity.refresh();
    this.replying.opened();
  }

  /**
   * @param {Frame} frame
   * @param {{frame: (frame: Frame) => void}} follower
   */
  #heard(frame, follower) {
    // The user's role may have changed: the server closes the connections for that.
    if (frame.type === 'connection_established' && this.session.user) this.session.update(frame.user);
    this.activity.frame(frame);
    this.arranging.frame(frame);
    this.attending.frame(frame);
    this.filing.frame(frame);
    this.people.frame(frame);
    this.reporting.frame(frame);
    this.searching.frame(frame);
    follower.frame(frame);
  }

  /** @param {{kind: string, [field: string]: unknown}} message from another tab */
  #told(message) {
    if (message.kind === 'outbox') this.sending.load();
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
    window.addEventListener('storage', ({ key }) => this.#stored(key), { signal });
    document.addEventListener('visibilitychange', () => this.#visibility(), { signal });
    window.addEventListener('pagehide', () => {
      this.deleting.leaving();
      this.#leaving();
    }, { signal });
  }

  /** @param {string | null} key that another tab has changed in the browser's storage */
  #stored(key) {
    const id = preferences.draftIn(this.rooms.me, key);
    if (id) this.drafting.elsewhere(id);
  }

  #tick() {
    this.telling.tick();
    for (const state of this.all) state.typing.expire(Date.now());
    if (this.connections.phase === 'waiting') this.changed();
  }

  #network() {
    this.connections.check();
    this.transport.retry();
    this.changed();
  }

  #leaving() {
    this.reading.flush();
    this.drafting.leaving();
    this.remembering.refresh();
  }

  #visibility() {
    if (document.visibilityState === 'hidden') {
      this.#hiddenAt = Date.now();
      this.#leaving();
      return;
    }
    this.connections.check();
    if (Date.now() - this.#hiddenAt > STALE_MS) this.following.refresh().catch(() => undefined);
  }
}
