/** @import {Frame} from '../models/wire.js' */
/** @import {Session} from './session.js' */
import { EventStream } from './event-stream.js';

/** How many rooms one stream carries at most. */
const MOST_ROOMS = 50;
/** Joins within this time go into one request. */
const GATHER_MS = 100;
/** After these frames the room's feed is over. The user must join the room again. */
const ENDINGS = new Set(['kicked', 'banned', 'room_deleted']);

/**
 * One feed of events for both sockets of the page. A browser opens at most six HTTP/1.1 connections to a server, for
 * all tabs together. So a tab has one stream for every fifty rooms, and not one for each socket.
 *
 * @typedef {{frame: (frame: Frame) => void, lost: (error: unknown) => void}} Hearer
 */
export class EventFeed {
  /** @type {Set<Hearer>} */
  #hearers = new Set();
  /** @type {EventStream[]} */
  #streams = [];
  /** The state of each room when its stream began, by the room's id. @type {Map<string, Frame>} */
  #joined = new Map();
  /** @type {Set<string>} */
  #wanted = new Set();
  /** @type {Frame | null} */
  #established = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #gathering;

  /**
   * @param {Session} session
   * @param {() => string[]} rooms returns the ids of the rooms that the page will join
   */
  constructor(session, rooms) {
    this.session = session;
    this.rooms = rooms;
  }

  /** @param {Hearer} hearer @returns {() => void} stops listening, for both sockets: they start again together */
  hear(hearer) {
    this.#hearers.add(hearer);
    if (this.#hearers.size === 1) this.#begin();
    else if (this.#established) hearer.frame(this.#established);
    return () => {
      if (this.#hearers.delete(hearer)) this.#lost(null);
    };
  }

  /**
   * @param {string} room id
   * @returns {Frame | undefined} the room's state when its feed began; undefined if a frame will bring it
   */
  join(room) {
    const joined = this.#joined.get(room);
    if (!joined && !this.#streams.some(({ rooms }) => rooms.has(room))) {
      this.#wanted.add(room);
      this.#gathering ??= setTimeout(() => this.#extend(), GATHER_MS);
    }
    return joined;
  }

  /** @param {string} room id of a room that the user has left, or cannot join */
  leave(room) {
    this.#joined.delete(room);
    this.#wanted.delete(room);
    for (const { rooms } of this.#streams) rooms.delete(room);
  }

  #begin() {
    const rooms = this.rooms();
    do this.#open(rooms.splice(0, MOST_ROOMS));
    while (rooms.length > 0);
  }

  #end() {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    for (const stream of this.#streams.splice(0)) stream.close();
    for (const kept of [this.#joined, this.#wanted]) kept.clear();
    this.#established = null;
  }

  /** Adds the wanted rooms: a new stream replaces the last one, which stays open until the new one has begun. */
  #extend() {
    const last = this.#streams.at(-1);
    // A stream that has not begun yet cannot be replaced.
    const ready = !last || (last.begun && (last.mark !== '' || last.rooms.size === 0));
    this.#gathering = ready ? undefined : setTimeout(() => this.#extend(), GATHER_MS);
    if (!ready) return;
    const rooms = [...this.#wanted];
    this.#wanted.clear();
    if (last && last.rooms.size < MOST_ROOMS) {
      this.#open([...last.rooms, ...rooms.splice(0, MOST_ROOMS - last.rooms.size)], last);
    }
    while (rooms.length > 0) this.#open(rooms.splice(0, MOST_ROOMS));
  }

  /**
   * @param {string[]} rooms
   * @param {EventStream} [before] the stream that the new one replaces; a frame may come from both
   */
  #open(rooms, before) {
    const stream = new EventStream(rooms, {
      frame: (frame) => {
        if (frame.type === 'connection_established') {
          stream.begun = true;
          this.#retire(before);
        }
        this.#heard(frame);
      },
      lost: (error) => this.#lost(error),
    });
    this.#streams.push(stream);
    stream.open(this.session, before?.mark);
  }

  /** @param {EventStream | undefined} stream */
  #retire(stream) {
    this.#streams = this.#streams.filter((other) => other !== stream);
    stream?.close();
  }

  /** @param {Frame} frame */
  #heard(frame) {
    if (frame.type === 'connection_established') {
      if (this.#established) return;
      this.#established = frame;
    }
    if (frame.type === 'room_joined') this.#joined.set(frame.id, { ...frame });
    this.#follow(frame);
    if (frame.type === 'error' && frame.ref) this.leave(frame.ref);
    for (const hearer of [...this.#hearers]) hearer.frame(frame);
  }

  /** @param {Frame} frame one that changes a room's state; a later join must get the current state */
  #follow(frame) {
    const room = [...this.#joined.values()].find((joined) => joined.room === frame.room);
    if (!room) return;
    room.head = Math.max(room.head, frame.seq ?? 0);
    if (frame.type === 'room_updated') room.room = frame.update.name ?? room.id;
    if (ENDINGS.has(frame.type)) this.leave(room.id);
  }

  /** @param {unknown} error */
  #lost(error) {
    const hearers = [...this.#hearers];
    this.#hearers.clear();
    this.#end();
    for (const hearer of hearers) hearer.lost(error);
  }
}
