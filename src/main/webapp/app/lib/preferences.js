import { scope } from './place.js';

/** Small things that this browser remembers. Where storage is forbidden the page works, and forgets. */
class Preferences {
  /** Whether a session was begun here and not ended, so that a stranger's first visit asks nothing of the server. */
  get signedIn() {
    return read('signed-in') === 'yes';
  }

  set signedIn(yes) {
    write('signed-in', yes ? 'yes' : null);
  }

  /**
   * Who that is and where they talk, for when the page is opened without its server.
   * @returns {{user: import('../models/wire.js').User, rooms: import('../models/wire.js').Room[],
   *   conversations?: import('../models/wire.js').Room[]} | null} pages before this one kept no conversations
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

  /** The id of the room that was open last. @returns {string | null} */
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

  /** Whether this browser shows notifications; the reader must have allowed them too. */
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

  /**
   * @param {string} user
   * @param {string} room id
   * @returns {string} what was begun and not sent
   */
  draft(user, room) {
    return read(`draft:${user}:${room}`) ?? '';
  }

  /**
   * @param {string} user
   * @param {string} room id
   * @param {string} text
   */
  keepDraft(user, room, text) {
    write(`draft:${user}:${room}`, text.trim() === '' ? null : text);
  }

  /** @param {string} user who leaves this browser to others */
  forgetDrafts(user) {
    for (const name of names()) if (name.startsWith(`draft:${user}:`)) write(name, null);
  }
}

export const preferences = new Preferences();

/** @returns {string[]} all that is remembered */
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
    // Storage is full or forbidden: the choice then holds until the page is closed.
  }
}
