/** @import {Message} from './wire.js' */
import { Observable } from './observable.js';
import { withoutText } from './timeline.js';

/**
 * @typedef {object} Deletion a message that its author has deleted, and the server does not know yet
 * @property {string} id of the room or conversation
 * @property {number} seq
 * @property {boolean} held whether it has not been sent, so that the author may take it back
 */

/** The deletions of this tab that the server has not confirmed, the oldest first. The page shows their messages as deleted. */
export class Deletions extends Observable {
  /** @type {Deletion[]} */
  all = [];

  /** @param {Deletion} deletion */
  add(deletion) {
    this.all = [...this.all, deletion];
    this.changed();
  }

  /** @param {Deletion} deletion that is on its way from now on */
  sent(deletion) {
    if (!deletion.held) return;
    deletion.held = false;
    this.changed();
  }

  /** @param {Deletion} deletion that was confirmed, refused or taken back */
  remove(deletion) {
    this.all = this.all.filter((one) => one !== deletion);
    this.changed();
  }

  /**
   * @param {string} id
   * @param {number} seq
   */
  find(id, seq) {
    return this.all.find((one) => one.id === id && one.seq === seq);
  }

  /**
   * @param {string} id
   * @param {Message[]} messages of the room
   * @returns {Message[]} the messages as the page shows them
   */
  without(id, messages) {
    if (!this.all.some((one) => one.id === id)) return messages;
    return messages.map((message) => (this.find(id, message.seq) ? withoutText(message) : message));
  }
}
