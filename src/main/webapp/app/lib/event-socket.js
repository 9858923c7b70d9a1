/** @import {Frame} from '../models/wire.js' */
/** @import {EventFeed} from './event-feed.js' */
import { conversationWith, pathOf } from '../models/address.js';
import { problemOf } from './problem.js';

const PAGE = 200;
/** Who is further behind is told of a gap, and pages, as on a socket. */
const FARTHEST = 10_000;
/** Of a conversation that the page does not know it is given no more than this. */
const UNKNOWN = 50;
const LOST = 1006;
const SESSION_ENDED = 4401;

/**
 * Stands in the place of a WebSocket where the network lets none through: what is said comes as Server-Sent Events; what is
 * asked goes by REST and is answered here. What was missed is read from the logs, after the number that the page names.
 */
export class EventSocket {
  readyState = 1;
  /** @type {((event: {data: string}) => void) | null} */
  onmessage = null;
  /** @type {((event: {code: number}) => void) | null} */
  onclose = null;
  /** Requests to join, by the room's id, until the room's feed has begun. @type {Map<string, Frame>} */
  #joining = new Map();
  /** What must not overtake what was said before it. */
  #turn = Promise.resolve();
  #unhear = () => {};

  /**
   * @param {EventFeed} feed
   * @param {boolean} personal whether it carries the user's own feed, and not the rooms'
   */
  constructor(feed, personal) {
    this.feed = feed;
    this.personal = personal;
    // In a task of its own, as with a WebSocket: whoever has made it has yet to listen.
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

  /** @param {Frame} frame @returns {Promise<object | void>} its answer, where there is one; typing and being away have no way but a socket */
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
    const own = 'with' in frame || frame.type === 'notification' || frame.type === 'presence';
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
   * @param {Frame} answer how the room stood when its feed began, or why it has none
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
      const page = await this.feed.session.call('GET', 'direct', { query: { limit: PAGE, cursor } });
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
   * @param {number} since up to which the page has all
   * @param {number} head
   * @param {number} [farthest]
   */
  async #missed(path, log, since, head, farthest = FARTHEST) {
    let from = since;
    // An answer may have been faster than the stream; only what the log does not have either is of another time.
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
