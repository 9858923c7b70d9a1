/** @import {Room} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { preferences } from '../lib/preferences.js';

/** Keeps who one is and which rooms one is in, so that the page can be opened, and written in, without its server. */
export class Remembering {
  #names = '';

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Takes up the rooms of last time, until the server says which they are now. */
  recall() {
    const rooms = preferences.known?.rooms;
    if (rooms) this.chat.rooms.reset(rooms);
  }

  /** Whenever something has changed; keeps only what has. */
  keep() {
    const names = this.chat.rooms.all.map(({ room }) => `${room.id} ${room.name}`).join();
    if (names !== this.#names && this.refresh()) this.#names = names;
  }

  /** With what changes at each message, too; @returns {boolean} whether there was anything to keep */
  refresh() {
    const { session, rooms, me } = this.chat;
    if (!rooms.loaded || !session.confirmed) return false;
    preferences.known = { user: me, rooms: rooms.all.map(({ room }) => withoutTexts(room)) };
    return true;
  }
}

/** @param {Room} room @returns {Room} nothing of what was said in it is kept here */
const withoutTexts = (room) => ({ ...room, lastMessage: null });
