/** @import {Frame, Marks, Member, MemberPage, Message, Room} from './wire.js' */
import { conversationWith, pathOf } from './address.js';
import { mentions } from './attention.js';
import { met } from './met.js';
import { Numbers } from './numbers.js';
import { Observable } from './observable.js';
import { OthersMarks } from './others-marks.js';
import { Pace } from './slow-mode.js';
import { heed, standing } from './room-changes.js';
import { Timeline, withoutText } from './timeline.js';
import { Typing } from './typing.js';

/** The server counts unread messages exactly up to 999; this stands for "that or more". */
export const MANY = 1000;
/** In rooms up to this size the members get each other's marks. */
export const SMALL = 50;
const SPOKEN = 5;

/** One room or private conversation, as this page knows it: the server's answer, and the changes from its feed. */
export class RoomState extends Observable {
  typing = new Typing();
  /** When the user last wrote here. */
  pace = new Pace();
  /** @type {Set<string>} */
  online = new Set();
  /** The "new" divider stands after this number while the room is open; null for no divider. @type {number | null} */
  dividerAfter = null;
  /** The members of the last fetch; with `next` there are more. @type {{list: Member[], next: string | null} | null} */
  members = null;
  /** Live messages of others, newest last, for the screen reader. @type {Message[]} */
  live = [];
  /** Whether the feed is still bringing missed messages. */
  catchingUp = false;
  /** Whether the page shows this room. */
  open = false;
  /** Why the user was muted, if this page knows it. */
  mutedFor = '';
  /** The error code of the last failed fetch of messages. @type {string | null} */
  failure = null;
  /** Whether the room's feed has begun on this connection. */
  listening = false;
  /** Whether the user has marked the room unread and not left it since. Until then a look does not make it read. */
  keptUnread = false;
  /** Whether the other person of a conversation has blocked the user, as far as the server's refusals show it. */
  refused = false;
  /** The known marks of the other members. */
  marks = new OthersMarks();

  /** The server's count of unread messages covers the log up to this number. */
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
    this.timeline = new Timeline(me);
    this.timeline.watch(() => this.changed());
    this.typing.watch(() => this.changed());
  }

  /** A room has its own id. A conversation uses the other user's name, because it may not exist yet. */
  get id() {
    const { id, peer } = this.room;
    return peer ? conversationWith(peer.username || id) : id;
  }

  /** The REST path. */
  get path() {
    return pathOf(this.id);
  }

  get direct() {
    return this.room.kind === 'direct';
  }

  /** Whether this is the user's conversation with themselves. */
  get notes() {
    return this.room.peer?.username === this.me;
  }

  get unread() {
    return this.room.membership?.unread ?? 0;
  }

  get readSeq() {
    return this.room.membership?.readSeq ?? this.room.head;
  }

  /** The messages after this number are unread. */
  get unreadAfter() {
    const from = this.room.membership?.unreadFrom;
    return from ? from - 1 : this.readSeq;
  }

  /** Clears a failure, so that the page tries again. */
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
   * Takes the room from a list of the server. Its unread count is from one moment, and the feed may be ahead of it.
   * Adding both would count messages twice or never, so the later of the two wins.
   * @param {Room} room
   * @returns {boolean} whether the list is not older than the feed
   */
  refresh(room) {
    const ours = this.room.membership;
    const late = room.head < this.room.head;
    const ahead = ours && (late || (room.membership?.readSeq ?? 0) < ours.readSeq);
    if (!ahead) this.#counted = room.head;
    const told = room.membership ?? ours;
    const membership = ahead && told ? { ...ours, ...standing(late ? ours : told), role: told.role, notify: told.notify, favourite: told.favourite } : room.membership;
    // Take nothing else from a list that is older than the feed: the room may have been renamed since.
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
   * @param {Frame} frame one that has a number in the log
   * @param {number} [now] milliseconds
   * @returns {boolean} whether only the server knows the new number of unread messages
   */
  number(frame, now = Date.now()) {
    const seq = /** @type {number} */ (frame.seq);
    const fresh = this.numbers.add(seq) && seq > this.#counted;
    this.room.head = Math.max(this.room.head, seq);
    if (frame.message && frame.type !== 'message_edited') this.#count(frame.message, fresh);
    if (frame.type === 'message_edited' && this.room.lastMessage?.seq === frame.target) this.room.lastMessage = frame.message;
    const uncertain = frame.type === 'message_deleted' && this.#deleted(/** @type {number} */ (frame.target), fresh);
    if (frame.type === 'message_sent') this.pace.spoke(now);
    else if (frame.message && frame.type !== 'message_edited') this.heard([frame.message], now);
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

  /** @param {number} seq the first message that counts as unread, until the user reads it again; in the open room, until they come back */
  markUnread(seq) {
    const { membership, head } = this.room;
    if (!membership) return;
    membership.unreadFrom = seq;
    membership.unread = Math.max(1, this.#unreadIn(seq - 1) ?? head - seq + 1);
    this.keptUnread = this.open;
    if (this.open) this.dividerAfter = seq - 1;
    this.changed();
  }

  /**
   * @param {{username: string} & Marks} receipt
   * @returns {boolean} true if it is the user's own and no mark moved: "unread" was set or cleared
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

  /** @param {MemberPage} page the current members, or the first page of them */
  meet({ members, next }) {
    this.members = { list: members, next };
    const here = new Set(members.map(({ user }) => user.username));
    if (!next) this.marks.keep(here);
    for (const { user, deliveredSeq, readSeq } of members) {
      if (user.username !== this.me && this.room.memberCount <= SMALL) this.marks.tell(user.username, { deliveredSeq, readSeq });
    }
    this.changed();
  }

  /** @param {number} seq @returns {'sent' | 'delivered' | 'read'} the state that all others have reached */
  reached(seq) {
    return this.marks.reached(seq, this.room.memberCount - 1);
  }

  /** @param {string} username @returns {string} the display name, or the username if it is unknown */
  nameOf(username) {
    return met(this, username)?.displayName || username;
  }

  /**
   * The user's own messages count for slow mode, from any device. Times are the server's, but never in the future.
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
   * @param {number} target the number of the deleted message
   * @param {boolean} fresh whether the server's count was made before the deletion
   * @returns {boolean} whether it may have been an unread message that the page does not hold
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
   * @param {number} before the old count
   */
  #stillUnread(readSeq, before) {
    if (readSeq >= this.room.head) return 0;
    return this.#unreadIn(readSeq) ?? (this.room.lastMessage && this.room.lastMessage.seq <= readSeq ? 0 : before);
  }

  /** @param {number} after @returns {number | null} the unread messages after it; null if the page does not hold all */
  #unreadIn(after) {
    const { loaded, hasAfter, hasBefore, first, messages } = this.timeline;
    if (!loaded || hasAfter || (hasBefore && first > after + 1)) return null;
    return messages.filter((message) => message.seq > after && this.counts(message)).length;
  }
}
