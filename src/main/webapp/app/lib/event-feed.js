/** @import {Frame} from '../models/wire.js' */
/** @import {Session} from './session.js' */
import { EventStream } from './event-stream.js';

/** As many rooms as one stream carries. */
const MOST_ROOMS = 50;
/** Rooms that are asked for within so long are asked for together. */
const GATHER_MS = 100;
/** After these nothing more of a room comes, and coming back is joining it anew. */
const ENDINGS = new Set(['kicked', 'banned', 'room_deleted']);

/**
 * All that the server says, as one feed of events for both of the page's lines: a browser keeps six connections to a server
 * that speaks HTTP/1.1, for all tabs together, so a tab has one stream for each fifty rooms and not one for each line.
 *
 * @typedef {{frame: (frame: Frame) => void, lost: (error: unknown) => void}} Hearer
 */
export class EventFeed {
  /** @type {Set<Hearer>} */
  #hearers = new Set();
  /** @type {EventStream[]} */
  #streams = [];
  /** How each room stood when its stream began. @type {Map<string, Frame>} */
  #joined = new Map();
  /** @type {Set<string>} */
  #wanted = new Set();
  /** @type {Frame | null} */
  #established = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #gathering;

  /**
   * @param {Session} session
   * @param {() => string[]} rooms the ids of those that will be asked for
   */
  constructor(session, rooms) {
    this.session = session;
    this.rooms = rooms;
  }

  /** @param {Hearer} hearer @returns {() => void} ends the hearing, for the other line too: both begin anew together */
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
   * @returns {Frame | undefined} how it stood when its feed began, if it has; else a frame will say so
   */
  join(room) {
    const joined = this.#joined.get(room);
    if (!joined && !this.#streams.some(({ rooms }) => rooms.has(room))) {
      this.#wanted.add(room);
      this.#gathering ??= setTimeout(() => this.#extend(), GATHER_MS);
    }
    return joined;
  }

  /** @param {string} room id of one that was left, or that cannot be had */
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

  /** More rooms: the last stream gives way to one that has them too, and goes on until that has begun. */
  #extend() {
    const last = this.#streams.at(-1);
    // One that has just taken a place has yet to begin before it can give way.
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
   * @param {EventStream} [before] which it takes the place of; what both bring does no harm
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

  /** @param {Frame} frame whoever joins a room later must be told how it stands then */
  #follow(frame) {
    const room = [...this.#joined.values()].find((joined) => joined.room === frame.room);
    if (!room) return;
    room.head = Math.max(room.head, frame.seq ?? 0);
    if (frame.type === 'room_updated') room.room = frame.update.name;
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
