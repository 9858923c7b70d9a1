/** @import {RoomState} from '../models/room-state.js' */
/** @import {Room} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { preferences } from '../lib/preferences.js';

/** Stores the user, rooms and conversations, so that the page opens without the server and the user can write. */
export class Remembering {
  #names = '';

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Shows the stored rooms and conversations until the server's lists come. */
  recall() {
    const { known } = preferences;
    if (!known) return;
    this.chat.rooms.reset(known.rooms);
    this.chat.conversations.reset(known.conversations ?? []);
  }

  /** Called after every change. Stores only what has changed. */
  keep() {
    const names = this.chat.all.map(({ id, room }) => `${id} ${room.name ?? room.people?.map(({ username }) => username)}`).join();
    if (names !== this.#names && this.refresh()) this.#names = names;
  }

  /** Stores everything, also what changes at each message. @returns {boolean} whether there was anything to store */
  refresh() {
    const { session, rooms, conversations, me } = this.chat;
    if (!rooms.loaded || !conversations.loaded || !session.confirmed) return false;
    preferences.known = { user: me, rooms: rooms.all.map(withoutTexts), conversations: conversations.begun.map(withoutTexts) };
    return true;
  }
}

/** @param {RoomState} state @returns {Room} without the last message's text; only its time is stored */
function withoutTexts({ room }) {
  const { lastMessage } = room;
  return { ...room, lastMessage: lastMessage && { ...lastMessage, body: '', attachments: [], replyTo: null, mentions: [], mentionsAll: null, system: undefined } };
}
