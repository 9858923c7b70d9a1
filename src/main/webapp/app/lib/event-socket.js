/** @import {Frame} from '../models/wire.js' */
/** @import {EventFeed} from './event-feed.js' */
import { conversationWith, pathOf } from '../models/address.js';
import { problemOf } from './problem.js';

const PAGE = 200;
/** The most messages to catch up with. Beyond this the page gets a `gap` frame and loads pages, as with a WebSocket. */
const FARTHEST = 10_000;
/** The most messages to bring of a conversation that the page does not know yet. */
const UNKNOWN = 50;
const LOST = 1006;
const SESSION_ENDED = 4401;

/**
 * Replaces a WebSocket on a network that blocks them. Frames from the server come as Server-Sent Events. Requests go by
 * REST and are answered here. Missed messages are read from the logs, from the number that the page gives.
 */
export class EventSocket {
  readyState = 1;
  /** @type {((event: {data: string}) => void) | null} */
  onmessage = null;
  /** @type {((event: {code: number}) => void) | null} */
  onclose = null;
  /** Requests to join that wait for the room's feed to begin, by the room's id. @type {Map<string, Frame>} */
  #joining = new Map();
  /** Ends when all earlier work is done. It keeps the frames in order. */
  #turn = Promise.resolve();
  #unhear = () => {};

  /**
   * @param {EventFeed} feed
   * @param {boolean} personal true for the user's own feed, false for the feeds of the rooms
   */
  constructor(feed, personal) {
    this.feed = feed;
    this.personal = personal;
    // In a later task, as with a WebSocket: the caller sets its handlers first.
    setTimeout(() => {
      if (this.readyState === 1) this.#unhear = feed.hear({ frame: (frame) => this.#heard(frame), lost: (error) => this.#lost(error) });
    }, 0);
  }

  /** @param {string} text */
  send(text) {
    const frame = JSON.parse(text);
    if (frame.type === 'join_room') this.#join(frame);
    else if (frame.type === 'leave_room') this.feed.leave(frame.room);
    else if (frame.type === 'catch_up') this.#answer(frame, this.#catchUp(frame.since ?? {}));
    else this.#turn = this.#turn.then(() => this.#answer(frame, this.#ask(frame)));
  }

  close() {
    this.readyState = 3;
    this.#unhear();
  }

  /**
   * @param {Frame} frame
   * @param {Promise<object | void>} answering
   */
  async #answer({ ref }, answering) {
    try {
      const answer = await answering;
      if (answer) this.#bring({ ...answer, ref });
    } catch (error) {
      const { code, message, retryAfter, until, reason, errors } = problemOf(error);
      if (code === 'unreachable' || code === 'unexpected') this.#lost(error);
      else this.#bring({ type: 'error', ref, code, detail: message, retryAfter, until, reason, errors });
    }
  }

  /**
   * @param {Frame} frame
   * @returns {Promise<object | void>} the answer, if any; typing and presence frames are dropped: they need a socket
   */
  async #ask({ type, ref: _ref, room, to, ...body }) {
    const { session } = this.feed;
    const log = pathOf(to ? conversationWith(to) : room ?? '');
    if (type === 'ping') {
      await session.call('GET', 'auth/me');
      return { type: 'pong' };
    }
    if (type === 'send_message' || type === 'private_message') {
      const message = await session.call('POST', `${log}/messages`, { body });
      return { type: 'message_sent', ...(to ? { to } : { room }), seq: message.seq, message };
    }
    if (type === 'mark_read' || type === 'mark_delivered') await session.call('PUT', `${log}/${type.slice('mark_'.length)}`, { body });
  }

  /** @param {Frame} frame */
  #heard(frame) {
    const own = 'with' in frame || ['notification', 'presence', 'user_updated'].includes(frame.type);
    if (frame.type === 'connection_established') this.#bring(frame);
    else if (frame.type === 'room_joined') this.#joined(frame.id, frame);
    else if (frame.type === 'error') this.#joined(frame.ref ?? '', frame);
    else if (own === this.personal) this.#bring(frame);
  }

  /** @param {Frame} request */
  #join(request) {
    const { room = '' } = request;
    this.#joining.set(room, request);
    const joined = this.feed.join(room);
    if (joined) this.#joined(room, joined);
  }

  /**
   * @param {string} room id
   * @param {Frame} answer the room's state when its feed began, or the error
   */
  #joined(room, answer) {
    const request = this.#joining.get(room);
    if (!request) return;
    this.#joining.delete(room);
    this.#bring({ ...answer, ref: request.ref });
    if (answer.type === 'error' || request.since === undefined) return;
    this.#missed(`rooms/${room}`, { room: answer.room }, request.since, answer.head).catch((error) => this.#lost(error));
  }

  /** @param {Record<string, number>} since */
  async #catchUp(since) {
    for (let cursor = null, more = true; more; more = cursor !== null) {
      const page = await this.feed.session.call('GET', 'direct', { query: { kind: 'direct', limit: PAGE, cursor } });
      for (const { peer, head, membership } of page.conversations) {
        const { username } = peer;
        const [known, farthest] = username in since ? [since[username], FARTHEST] : [membership.deliveredSeq, UNKNOWN];
        if (username && head !== known) await this.#missed(pathOf(conversationWith(username)), { with: username }, known, head, farthest);
      }
      cursor = page.next;
    }
    return { type: 'done' };
  }

  /**
   * @param {string} path
   * @param {{room?: string, with?: string}} log
   * @param {number} since the page has every message up to this number
   * @param {number} head
   * @param {number} [farthest]
   */
  async #missed(path, log, since, head, farthest = FARTHEST) {
    let from = since;
    // A REST answer may be ahead of the stream. The number is wrong only if the log does not have it either.
    const strange = since > head && since > (await this.feed.session.call('GET', path)).head;
    if (strange || head - since > farthest) {
      from = Math.max(0, head - Math.min(PAGE, farthest));
      this.#bring({ type: 'gap', ...log, from: strange ? 1 : since + 1, to: from });
    }
    while (from < head) {
      const { events } = await this.feed.session.call('GET', `${path}/log`, { query: { after: from, limit: PAGE } });
      for (const event of events) this.#bring(event);
      from = events.at(-1)?.seq ?? head;
    }
    this.#bring({ type: 'caught_up', ...log, seq: Math.max(from, head) });
  }

  /** @param {object} frame */
  #bring(frame) {
    if (this.readyState === 1) this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** @param {unknown} error */
  #lost(error) {
    if (this.readyState !== 1) return;
    this.close();
    this.onclose?.({ code: error && problemOf(error).code === 'unauthenticated' ? SESSION_ENDED : LOST });
  }
}
