/** @import {Frame} from './wire.js' */
import { Timeline } from './timeline.js';

/** A message and the replies to it. They change as in any timeline. */
export class Thread extends Timeline {
  /** Whether frames are missing, so that only the server knows the replies. */
  stale = true;
  /** The error code of the last failed fetch. @type {string | null} */
  failure = null;

  /**
   * @param {number} source the number of the message
   * @param {string} me the user's own username
   */
  constructor(source, me) {
    super(me);
    this.source = source;
  }

  get replies() {
    return this.messages.filter(({ seq }) => seq !== this.source);
  }

  /** @param {Frame} frame any frame of the room */
  apply(frame) {
    const { type, message } = frame;
    const elsewhere = message && type !== 'message_edited' && (message.replyTo?.seq !== this.source || message.deleted) && !this.find(message.seq);
    if (!elsewhere) super.apply(frame);
  }

  /** Frames are missing. */
  forget() {
    this.stale = true;
    this.changed();
  }
}
