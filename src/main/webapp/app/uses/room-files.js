/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { Problem } from '../lib/problem.js';

/** The last octets of a zip: the mark at the beginning of its end, and how long the end is. */
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const LENGTH_OF_END = 22;

/** Rooms as files: an owner takes one away, and anybody makes a room of one. */
export class RoomFiles {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @returns {Promise<Blob>} a zip
   * @throws {Problem} also if the zip broke off, because a part of it is of no use
   */
  async download(state) {
    const zip = await this.chat.session.file(`${state.path}/export`);
    const end = new Uint8Array(await zip.slice(-LENGTH_OF_END).arrayBuffer());
    if (!END_OF_ZIP.every((octet, i) => end[i] === octet)) throw new Problem({ code: 'unreachable', detail: 'the zip is not whole' });
    return zip;
  }

  /**
   * Makes a room of a file.
   * @param {File} file
   * @param {string} name of the room; empty for the name in the file
   * @param {AbortSignal} signal
   * @param {(share: number) => void} progress how much of the file is sent, from 0 to 1
   */
  async make(file, name, signal, progress) {
    const room = await this.chat.session.upload('rooms/import', file, file.name, {
      signal,
      progress: (octets) => progress(file.size ? Math.min(1, octets / file.size) : 1),
      fields: name ? { name } : {},
    });
    return this.chat.following.joined(room);
  }
}
