/** @import {Frame, Marks, Member, MemberPage, Message, Room} from './wire.js' */
import { conversationWith, pathOf } from './address.js';
import { mentions } from './attention.js';
import { Numbers } from './numbers.js';
import { Observable } from './observable.js';
import { OthersMarks } from './others-marks.js';
import { Pace } from './slow-mode.js';
import { heed, standing } from './room-changes.js';
import { Timeline, withoutText } from './timeline.js';
import { Typing } from './typing.js';

/** The server counts unread messages exactly up to 999; this stands for "that or more". */
export const MANY = 1000;
/** Up to so many members hear of each other's marks. */
export const SMALL = 50;
const SPOKEN = 5;

/** One room, or one private conversation, as this page knows it: what the server said of it, and what its feed has brought since. */
export class RoomState extends Observable {
  timeline = new Timeline();
  typing = new Typing();
  /** When one spoke here last. */
  pace = new Pace();
  /** @type {Set<string>} */
  online = new Set();
  /** Number after which the divider "new" stands while the room is open; null for none. @type {number | null} */
  dividerAfter = null;
  /** The members as they were last fetched, and whether there are more. @type {{list: Member[], next: string | null} | null} */
  members = null;
  /** Messages of others that came while listening live, newest last: what a screen reader is told. @type {Message[]} */
  live = [];
  /** Whether the feed is still bringing what was missed. */
  catchingUp = false;
  /** Whether it is the room on the page. */
  open = false;
  /** Why one was muted, as far as this page was told. */
  mutedFor = '';
  /** Why its messages could not be fetched, as a code. @type {string | null} */
  failure = null;
  /** Whether this connection's feed of it has begun. */
  listening = false;
  /** Whether the reader has marked it unread and not left since, so that being looked at does not make it read. */
  keptUnread = false;
  /** Up to where each of the others has it, as far as that was told. */
  marks = new OthersMarks();

  /** The number up to which the server's own count of unread messages goes. */
  #counted;

  /**
   * @param {Room} room
   * @param {string} me
   */
  constructor(room, me) {
    super();
    this.#counted = room.head;
    this.me = me;
    this.room = room;
    this.numbers = new Numbers(room.head);
    this.timeline.watch(() => this.changed());
    this.typing.watch(() => this.changed());
  }

  /** Of a room its own; a conversation is known by the other's name, for it may have to be begun. */
  get id() {
    const { id, peer } = this.room;
    return peer ? conversationWith(peer.username || id) : id;
  }

  /** Where REST has it. */
  get path() {
    return pathOf(this.id);
  }

  get direct() {
    return this.room.kind === 'direct';
  }

  /** Whether it is one's conversation with oneself. */
  get notes() {
    return this.room.peer?.username === this.me;
  }

  get unread() {
    return this.room.membership?.unread ?? 0;
  }

  get readSeq() {
    return this.room.membership?.readSeq ?? this.room.head;
  }

  /** The number after which the reader has yet to read. */
  get unreadAfter() {
    const from = this.room.membership?.unreadFrom;
    return from ? from - 1 : this.readSeq;
  }

  /** What has failed may be tried again. */
  mend() {
    if (!this.failure) return;
    this.failure = null;
    this.changed();
  }

  /** @param {Partial<Room>} update as in `room_updated`, without `membership`, or as in a list, with it */
  update(update) {
    this.room = { ...this.room, ...update, head: Math.max(this.room.head, update.head ?? 0) };
    this.changed();
  }

  /**
   * The server's own count, at the number it was made at; anything our feed brought since then has been counted twice
   * or not at all, so the later of the two wins.
   * @param {Room} room
   * @returns {boolean} whether it was as late as our feed
   */
  refresh(room) {
    const ours = this.room.membership;
    const late = room.head < this.room.head;
    const ahead = ours && (late || (room.membership?.readSeq ?? 0) < ours.readSeq);
    if (!ahead) this.#counted = room.head;
    const told = room.membership ?? ours;
    const membership = ahead && told ? { ...ours, ...standing(late ? ours : told), role: told.role, notify: told.notify } : room.membership;
    // Of what the feed has overtaken nothing else is taken: the room may have been renamed since.
    this.update(late && ours ? { membership } : { ...room, membership });
    return !late;
  }

  /** The page shows another room. */
  leave() {
    this.open = this.keptUnread = false;
    this.dividerAfter = null;
    this.live = [];
    this.timeline.rest();
  }

  /**
   * @param {Frame} frame one that took a number
   * @param {number} [now] milliseconds
   * @returns {boolean} whether only the server knows how many are unread now
   */
  number(frame, now = Date.now()) {
    const seq = /** @type {number} */ (frame.seq);
    const fresh = this.numbers.add(seq) && seq > this.#counted;
    this.room.head = Math.max(this.room.head, seq);
    if (frame.message && frame.type !== 'message_edited') this.#count(frame.message, fresh);
    const uncertain = frame.type === 'message_deleted' && this.#deleted(/** @type {number} */ (frame.target), fresh);
    if (frame.type === 'message_sent') this.pace.spoke(now);
    else if (frame.message) this.heard([frame.message], now);
    if (fresh) this.room = heed(this.room, frame.message?.system, this.me);
    this.timeline.apply(frame);
    if (!this.open) this.timeline.rest();
    this.changed();
    return uncertain;
  }

  /** @param {Frame} frame */
  gap(frame) {
    const strange = frame.from <= this.numbers.upTo;
    if (strange) {
      this.numbers.restart(frame.to);
      this.room.head = frame.to;
    } else this.numbers.reach(frame.to);
    this.timeline.forget(strange ? Infinity : frame.to);
    if (frame.to === 0) this.timeline.hasBefore = false;
    this.changed();
  }

  /** @param {number} readSeq a mark set here or in another tab; it never moves back */
  read(readSeq) {
    const membership = this.room.membership;
    if (!membership || (readSeq <= membership.readSeq && !membership.unreadFrom)) return;
    membership.readSeq = Math.max(membership.readSeq, readSeq);
    membership.unreadFrom = null;
    membership.unread = this.#stillUnread(membership.readSeq, membership.unread);
    membership.mentions = Math.min(membership.mentions, membership.unread);
    this.changed();
  }

  /** @param {number} seq from here on it shall count as unread, until it is read another time */
  markUnread(seq) {
    const { membership, head } = this.room;
    if (!membership) return;
    membership.unreadFrom = seq;
    membership.unread = Math.max(1, this.#unreadIn(seq - 1) ?? head - seq + 1);
    this.dividerAfter = seq - 1;
    this.keptUnread = true;
    this.changed();
  }

  /**
   * @param {{username: string} & Marks} receipt
   * @returns {boolean} whether it tells of oneself and of no mark that moved: something was marked unread, or no longer is
   */
  receipt({ username, deliveredSeq, readSeq }) {
    if (username === this.me) {
      const stale = readSeq <= this.readSeq && deliveredSeq <= (this.room.membership?.deliveredSeq ?? 0);
      if (!stale) this.read(readSeq);
      return stale;
    }
    this.marks.tell(username, { deliveredSeq, readSeq });
    this.changed();
    return false;
  }

  /** @param {MemberPage} page the members as they are now, or the first of them */
  meet({ members, next }) {
    this.members = { list: members, next };
    const here = new Set(members.map(({ user }) => user.username));
    if (!next) this.marks.keep(here);
    for (const { user, deliveredSeq, readSeq } of members) {
      if (user.username !== this.me && this.room.memberCount <= SMALL) this.marks.tell(user.username, { deliveredSeq, readSeq });
    }
    this.changed();
  }

  /** @param {number} seq @returns {'sent' | 'delivered' | 'read'} how far it has come with all the others */
  reached(seq) {
    return this.marks.reached(seq, this.room.memberCount - 1);
  }

  /** @param {string} username @returns {string} how the person wants to be called, where that is known */
  nameOf(username) {
    const member = this.members?.list.find(({ user }) => user.username === username);
    if (username === this.room.peer?.username) return this.room.peer.displayName || username;
    const said = member ? null : this.timeline.messages.findLast(({ sender }) => sender.username === username);
    return member?.user.displayName || said?.sender.displayName || username;
  }

  /**
   * What one said oneself, also elsewhere, counts for slow mode; by the server's clock, but never as yet to come.
   * @param {Message[]} messages
   * @param {number} now milliseconds
   */
  heard(messages, now) {
    for (const { sender, kind, createdAt } of messages) {
      if (sender.username === this.me && kind !== 'system') this.pace.spoke(Math.min(now, Date.parse(createdAt)));
    }
  }

  /** @param {Message} message */
  counts(message) {
    return message.kind !== 'system' && !message.deleted && message.sender.username !== this.me;
  }

  /**
   * @param {Message} message
   * @param {boolean} fresh
   */
  #count(message, fresh) {
    if (!fresh) return;
    if (message.seq > (this.room.lastMessage?.seq ?? 0)) this.room.lastMessage = message;
    this.typing.stop(message.sender.username ?? '');
    if (!this.counts(message)) return;
    if (!this.catchingUp) this.live = [...this.live.slice(1 - SPOKEN), message];
    const membership = this.room.membership;
    if (!membership || message.seq <= membership.readSeq) return;
    membership.unread = Math.min(MANY, membership.unread + 1);
    if (mentions(message, this.me)) membership.mentions += 1;
  }

  /**
   * @param {number} target the number of a message whose text is gone
   * @param {boolean} fresh whether the server's own count was made before
   * @returns {boolean} whether it may have been an unread one that the page does not hold
   */
  #deleted(target, fresh) {
    const { lastMessage, membership } = this.room;
    if (lastMessage?.seq === target) this.room.lastMessage = withoutText(lastMessage);
    this.live = this.live.filter(({ seq }) => seq !== target);
    if (!fresh || !membership?.unread || target <= this.unreadAfter) return false;
    const message = this.timeline.find(target);
    if (!message || membership.unread >= MANY) return true;
    if (!this.counts(message)) return false;
    membership.unread -= 1;
    if (mentions(message, this.me)) membership.mentions = Math.max(0, membership.mentions - 1);
    return false;
  }

  /**
   * @param {number} readSeq
   * @param {number} before the count until now
   */
  #stillUnread(readSeq, before) {
    if (readSeq >= this.room.head) return 0;
    return this.#unreadIn(readSeq) ?? (this.room.lastMessage && this.room.lastMessage.seq <= readSeq ? 0 : before);
  }

  /** @param {number} after @returns {number | null} how many of others the page holds after it; null if it does not hold all */
  #unreadIn(after) {
    const { loaded, hasAfter, hasBefore, first, messages } = this.timeline;
    if (!loaded || hasAfter || (hasBefore && first > after + 1)) return null;
    return messages.filter((message) => message.seq > after && this.counts(message)).length;
  }
}
