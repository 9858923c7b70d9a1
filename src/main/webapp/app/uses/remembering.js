/** @import {RoomState} from '../models/room-state.js' */
/** @import {Room} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { preferences } from '../lib/preferences.js';

/** Keeps who one is and where one talks, so that the page can be opened, and written in, without its server. */
export class Remembering {
  #names = '';

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Takes up the rooms and conversations of last time, until the server says which they are now. */
  recall() {
    const { known } = preferences;
    if (!known) return;
    this.chat.rooms.reset(known.rooms);
    this.chat.conversations.reset(known.conversations ?? []);
  }

  /** Whenever something has changed; keeps only what has. */
  keep() {
    const names = this.chat.all.map(({ id, room }) => `${id} ${room.name}`).join();
    if (names !== this.#names && this.refresh()) this.#names = names;
  }

  /** With what changes at each message, too; @returns {boolean} whether there was anything to keep */
  refresh() {
    const { session, rooms, conversations, me } = this.chat;
    if (!rooms.loaded || !conversations.loaded || !session.confirmed) return false;
    preferences.known = { user: me, rooms: rooms.all.map(withoutTexts), conversations: conversations.begun.map(withoutTexts) };
    return true;
  }
}

/** @param {RoomState} state @returns {Room} nothing of what was said in it is kept here, but when */
function withoutTexts({ room }) {
  const { lastMessage } = room;
  return { ...room, lastMessage: lastMessage && { ...lastMessage, body: '', replyTo: null, mentions: [], system: undefined } };
}
