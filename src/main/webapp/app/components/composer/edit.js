/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { explain } from '../common/problems.js';

/** The edit of a message in the field. What was typed before is the draft meanwhile. */
export class Edit {
  saving = false;
  /** Why the edit was not saved. @type {string | null} */
  failure = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /**
   * @param {string} text in the field
   * @param {Message | null} message that is edited now
   * @returns {string} what belongs into the field
   */
  turned(text, message) {
    this.failure = null;
    return message?.body ?? text;
  }

  /**
   * If it fails, the new text stays in the field.
   * @param {Chat} chat
   * @param {RoomState} state
   * @param {Message} message
   * @param {string} body
   * @returns {Promise<boolean>} whether it is saved
   */
  async save(chat, state, message, body) {
    this.failure = null;
    this.saving = true;
    this.changed();
    try {
      if (body !== message.body) await chat.sending.edit(state, message.seq, body);
    } catch (error) {
      this.failure = explain(error);
    }
    this.saving = false;
    this.changed();
    return this.failure === null;
  }
}
