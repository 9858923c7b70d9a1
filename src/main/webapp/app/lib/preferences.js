/** @import {Kept} from '../models/draft.js' */
import { TONES } from '../models/emoji.js';
import { recently } from '../models/recent.js';
import { scope } from './place.js';

/** Small settings that this browser remembers. Without storage the page works but remembers nothing. */
class Preferences {
  /** Whether this browser has a session that did not end. On a first visit the page does not ask the server for one. */
  get signedIn() {
    return read('signed-in') === 'yes';
  }

  set signedIn(yes) {
    write('signed-in', yes ? 'yes' : null);
  }

  /**
   * The user, their rooms and their conversations, for opening the page without the server.
   * @returns {{user: import('../models/wire.js').User, rooms: import('../models/wire.js').Room[],
   *   conversations?: import('../models/wire.js').Room[]} | null} older versions stored no conversations
   */
  get known() {
    try {
      return JSON.parse(read('known') ?? 'null');
    } catch {
      return null;
    }
  }

  set known(known) {
    write('known', known && JSON.stringify(known));
  }

  /** @returns {'light' | 'dark' | 'system'} */
  get theme() {
    const theme = document.documentElement.dataset.theme;
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  }

  set theme(theme) {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    write('theme', theme === 'system' ? null : theme);
  }

  /** @returns {string | null} null follows the browser */
  get language() {
    return read('language');
  }

  set language(tag) {
    write('language', tag);
  }

  /** The id of the last open room. @returns {string | null} */
  get lastRoom() {
    return read('last-room');
  }

  set lastRoom(id) {
    write('last-room', id);
  }

  get membersShown() {
    return read('members') !== 'hidden';
  }

  set membersShown(shown) {
    write('members', shown ? null : 'hidden');
  }

  /** Whether the list shows only what has something unread. */
  get onlyUnread() {
    return read('only-unread') === 'yes';
  }

  set onlyUnread(only) {
    write('only-unread', only ? 'yes' : null);
  }

  /** Whether the composer shows the bar of marks. @returns {boolean | null} null if the user has not chosen */
  get marksShown() {
    const kept = read('marks');
    return kept ? kept === 'shown' : null;
  }

  set marksShown(shown) {
    write('marks', shown ? 'shown' : 'hidden');
  }

  /** Whether this browser shows notifications. The user must allow them in the browser, too. */
  get notices() {
    return read('notices') === 'on';
  }

  set notices(on) {
    write('notices', on ? 'on' : null);
  }

  get sound() {
    return read('sound') === 'on';
  }

  set sound(on) {
    write('sound', on ? 'on' : null);
  }

  /** The recently used emoji, the most recent first. @returns {string[]} */
  get recentEmoji() {
    return read('recent-emoji')?.split(' ') ?? [];
  }

  set recentEmoji(recent) {
    write('recent-emoji', recent.join(' ') || null);
  }

  /** @returns {number} the skin tone of emoji: 0 for none, 1 (light) to 5 (dark) */
  get skinTone() {
    const tone = Number(read('skin-tone'));
    return TONES.includes(tone) ? tone : 0;
  }

  set skinTone(tone) {
    write('skin-tone', tone ? String(tone) : null);
  }

  /**
   * @param {string} user
   * @param {string} room id
   * @returns {Kept | null} what the user has written and not sent
   */
  draft(user, room) {
    const stored = read(`draft:${user}:${room}`);
    if (!stored) return null;
    try {
      return JSON.parse(stored);
    } catch {
      // Older versions stored the text alone.
      return { text: stored, replyTo: null, base: null };
    }
  }

  /**
   * @param {string} user
   * @param {string} room id
   * @param {Kept | null} kept
   */
  keepDraft(user, room, kept) {
    write(`draft:${user}:${room}`, kept && JSON.stringify(kept));
  }

  /** @param {string} user @returns {string[]} the ids of the rooms with a draft */
  draftIds(user) {
    return names().map((name) => roomOfDraft(user, name)).filter((id) => id !== undefined);
  }

  /**
   * @param {string} user
   * @param {string | null} key of the browser's `storage` event
   * @returns {string | undefined} the id of the room whose draft has changed
   */
  draftIn(user, key) {
    return key?.startsWith(`${scope}:`) ? roomOfDraft(user, key.slice(scope.length + 1)) : undefined;
  }

  /**
   * @param {string} user
   * @returns {{id: string, seq: number, due: number}[]} the messages that the user has deleted and the server may not
   *   know of: the room's id, the number, and until when (in milliseconds) the user may take it back
   */
  deletions(user) {
    const start = `deletion:${user}:`;
    return names().filter((name) => name.startsWith(start)).map((name) => {
      const [id, seq] = name.slice(start.length).split(':');
      return { id, seq: Number(seq), due: Number(read(name)) };
    });
  }

  /**
   * @param {string} user
   * @param {string} id of the room
   * @param {number} seq
   * @param {number | null} due null when it is over
   */
  keepDeletion(user, id, seq, due) {
    write(`deletion:${user}:${id}:${seq}`, due === null ? null : String(due));
  }

  /** @param {string} user @returns {string[]} the ids of the rooms, conversations and commands used last, the latest first */
  recent(user) {
    return read(`recent:${user}`)?.split(' ') ?? [];
  }

  /**
   * @param {string} user
   * @param {string} id
   */
  used(user, id) {
    write(`recent:${user}`, recently(this.recent(user), id).join(' '));
  }

  /** @param {string} user the username of the user who signs out */
  forgetRecent(user) {
    write(`recent:${user}`, null);
  }

  /** @param {string} user the username of the user who signs out */
  forgetDrafts(user) {
    for (const id of this.draftIds(user)) this.keepDraft(user, id, null);
  }
}

export const preferences = new Preferences();

/**
 * @param {string} user
 * @param {string} name of a stored value
 */
function roomOfDraft(user, name) {
  const start = `draft:${user}:`;
  return name.startsWith(start) ? name.slice(start.length) : undefined;
}

/** @returns {string[]} the names of all stored values */
function names() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${scope}:`)).map((key) => key.slice(scope.length + 1));
  } catch {
    return [];
  }
}

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(`${scope}:${name}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(`${scope}:${name}`);
    else localStorage.setItem(`${scope}:${name}`, value);
  } catch {
    // Storage is full or forbidden. The choice holds until the page is closed.
  }
}
