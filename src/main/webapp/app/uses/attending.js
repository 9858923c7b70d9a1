/** @import {RoomState} from '../models/room-state.js' */
/** @import {Frame, Message, Room} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { t } from '../language.js';
import { Notices } from '../lib/notices.js';
import { preferences } from '../lib/preferences.js';
import { Tone } from '../lib/tone.js';
import { inFront } from '../lib/window.js';
import { filesOf, wordsFor } from '../models/attached.js';
import { attentionTo, excerptOf, isolated, waitingIn } from '../models/attention.js';
import { isGroup, namesIn, othersIn } from '../models/groups.js';
import { plain } from '../models/markdown.js';
import { addressIn } from '../models/route.js';

/** The frames that bring, change or delete a message. */
const SAYING = new Set(['new_message', 'private_message', 'message_deleted']);

/** Notifies the user of messages that they are not looking at, with the means that they have chosen. */
export class Attending {
  notices = new Notices();
  tone = new Tone();
  /** The messages that have a notification, by its tag. @type {Map<string, {state: RoomState, seq: number}>} */
  #told = new Map();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** The number of unread messages that the user wants to be notified of. */
  get waiting() {
    return waitingIn(this.chat.all);
  }

  /** @param {Frame} frame before the models take it: until then the page can see whether it is new */
  frame(frame) {
    const state = this.#about(frame);
    if (state && frame.type === 'message_deleted') this.notices.close((id) => id === state.room.id && this.#told.get(id)?.seq === frame.target);
    else if (state && frame.message) this.heard(state, frame.message, !state.catchingUp && frame.message.seq > state.numbers.upTo);
  }

  /** @param {Frame} frame @returns {RoomState | undefined} undefined for the first message of a new conversation */
  #about(frame) {
    if (!SAYING.has(frame.type)) return undefined;
    return frame.room ? this.chat.rooms.find(frame.room) : this.chat.conversations.find(frame.with);
  }

  /**
   * @param {RoomState} state of a room or conversation
   * @param {Message} message
   * @param {boolean} fresh whether it came live and for the first time
   */
  heard(state, message, fresh) {
    const { room, open } = state;
    const arrival = { message, room, me: this.chat.rooms.me, fresh, watched: open && inFront(), speaker: this.chat.tabs.owner };
    const worth = attentionTo(arrival, preferences);
    if (worth.notice) {
      this.#told.set(room.id, { state, seq: message.seq });
      this.notices.show({ ...wordsOf(message, state), tag: room.id, address: addressIn(room, message.seq) });
    }
    if (worth.sound) this.tone.play();
  }

  /** Closes notifications of messages that were read on any device, and of rooms that are gone. */
  tidy() {
    this.notices.close((id) => !this.#told.get(id)?.state.unread || this.chat.gone.has(id));
  }

  /** Closes all notifications. */
  stop() {
    this.notices.close(() => true);
  }
}

/**
 * @param {Message} message
 * @param {RoomState} state
 */
function wordsOf({ sender, body, attachments }, { room, me }) {
  const files = wordsFor(filesOf(attachments));
  return { title: titleOf(sender, room, me), body: excerptOf(plain(body)) || (files ? t(files.key, files.values) : t('notice.noText')) };
}

/**
 * @param {Message['sender']} sender
 * @param {Room} room
 * @param {string} me
 */
function titleOf({ username, displayName }, room, me) {
  const name = isolated(displayName);
  if (room.kind !== 'direct' && !isGroup(room)) return t('notice.inRoom', { name, room: isolated(room.name) });
  const others = namesIn({ people: othersIn(room, me).filter((user) => user.username !== username) }, me);
  return others ? t('notice.inGroup', { name, people: isolated(others) }) : displayName;
}
