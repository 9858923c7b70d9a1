/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {RoomPage} from '../rooms/room-page.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
import { preferences } from '../../lib/preferences.js';
import { May } from '../../models/may.js';
import { lastOwner, rankIn } from '../../models/roles.js';
import { adminAddress, directAddress } from '../../models/route.js';
import { localDay } from '../../models/rows.js';
import { openDialog } from '../common/dialog.js';
import { composerFor } from '../composer/composer-for.js';
import { markAllRead } from '../rooms/mark-all-read.js';
import { askForDate } from '../timeline/day-mark.js';
import { step, unreadFrom } from './stepping.js';

/**
 * What a command needs: the page, and what it shows.
 * @typedef {object} Place
 * @property {Element} page
 * @property {Chat} chat
 * @property {RoomState | undefined} state the open room or conversation
 * @property {MessageTimeline | null} timeline its messages
 */

/**
 * Something that the page does. The palette offers it by its text while it is possible, a key does it at any time, and
 * the list of shortcuts has each one that has keys.
 * @typedef {object} Command
 * @property {string} id
 * @property {Key} text
 * @property {string} [icon] in the palette; without one the command has only keys
 * @property {readonly string[]} [keys]
 * @property {boolean} [outside] whether its keys mean something else in a field
 * @property {(place: Place) => unknown} [possible] whether it has an effect now
 * @property {(place: Place) => unknown} run returns false if the keys are left to the browser
 */

/** @param {string} name @param {(place: Place) => Record<string, unknown>} [props] */
const opens = (name, props = () => ({})) => (/** @type {Place} */ place) => openDialog(place.page, name, props(place));

/** @param {Place} place where the commands run; the palette also opens by a button, for people without a keyboard */
export function openPalette(place) {
  openDialog(place.page, 'palette', { place });
}

/** @param {string} address */
const go = (address) => {
  location.hash = address;
};

/** @param {Place} place @returns {boolean} whether a room is open, and not a conversation */
const inRoom = ({ state }) => Boolean(state?.room.membership) && !state?.direct;

/** @param {Place} place @returns {boolean} whether the open room is one that people can leave and be invited to */
const inOwnRoom = (place) => inRoom(place) && place.state?.room.name !== 'main';

/** @param {Place} place @returns {boolean} whether that room has a name: a group takes in people, not links */
const inNamedRoom = (place) => inOwnRoom(place) && Boolean(place.state?.room.name);

/** @param {Place} place */
const asStaff = ({ chat, state }) => state && rankIn(chat.me, state.room) > 0;

/** @param {Place} place as far as the page knows: it may not have loaded the members */
const isLastOwner = ({ chat, state }) => {
  const mine = state?.members?.list.find(({ user }) => user.username === chat.me.username);
  return mine && state?.members && lastOwner(mine, { members: state.members.list, next: state.members.next });
};

/** @param {string} tab @param {object} [more] */
const roomSettings = (tab, more) => opens('room-settings', ({ state }) => ({ state, tab, ...more }));

/** @param {Chat} chat @returns {boolean} false if there is nothing to take back */
function takeBackLast({ undos: { last } }) {
  last?.takeBack();
  return last !== undefined;
}

/** @param {Element} page */
function toggleFiles(page) {
  /** @type {RoomPage | null} */ (page.querySelector('room-page'))?.toggleFiles();
}

/** @param {'light' | 'dark' | 'system'} theme */
const themed = (theme) => ({ icon: 'gear', possible: () => preferences.theme !== theme, run: () => void (preferences.theme = theme) });

/** All commands, in the order of the palette. @type {Command[]} */
export const commands = [
  { id: 'palette', text: 'palette.title', keys: ['Ctrl+K', 'Ctrl+Shift+K'], run: openPalette },
  { id: 'next-unread', icon: 'down', text: 'command.nextUnread', keys: ['Alt+Shift+ArrowDown'], possible: (place) => unreadFrom(place, 1), run: (place) => step(place, 1, true) },
  { id: 'previous-unread', text: 'command.previousUnread', keys: ['Alt+Shift+ArrowUp'], run: (place) => step(place, -1, true) },
  { id: 'next', text: 'command.next', keys: ['Alt+ArrowDown'], run: (place) => step(place, 1) },
  { id: 'previous', text: 'command.previous', keys: ['Alt+ArrowUp'], run: (place) => step(place, -1) },
  { id: 'activity', icon: 'at', text: 'command.activity', keys: ['Ctrl+Shift+M'], run: opens('activity') },
  { id: 'search', icon: 'search', text: 'search.title', keys: ['Ctrl+Shift+F'], run: ({ chat }) => chat.searching.show(!chat.searching.open) },
  { id: 'mark-all-read', icon: 'checks', text: 'allRead.do', keys: ['Shift+Escape'], possible: ({ chat }) => chat.reading.waiting.length, run: ({ page, chat }) => markAllRead(page, chat) },
  { id: 'new-message', icon: 'message', text: 'direct.new', run: opens('new-message') },
  { id: 'notes', icon: 'note', text: 'direct.notes', possible: ({ state }) => !state?.notes, run: ({ chat }) => go(directAddress(chat.me.username)) },
  { id: 'browse-rooms', icon: 'compass', text: 'rooms.browse', run: opens('browse-rooms') },
  { id: 'create-room', icon: 'plus', text: 'rooms.create', run: opens('create-room') },
  { id: 'import-room', icon: 'plus', text: 'import.title', run: opens('import-room') },
  { id: 'jump', icon: 'clock', text: 'jump.title', possible: ({ state }) => state?.timeline.messages.length, run: ({ timeline }) => timeline && askForDate(timeline, localDay(new Date().toISOString())) },
  { id: 'pins', icon: 'pin', text: 'pins.title', possible: ({ state }) => state, run: opens('pins', ({ state }) => ({ state })) },
  { id: 'files', icon: 'clip', text: 'files.title', keys: ['Ctrl+Shift+L'], possible: ({ state }) => state, run: ({ page }) => toggleFiles(page) },
  { id: 'attach', icon: 'plus', text: 'files.attach', keys: ['Ctrl+U'], possible: ({ chat, state }) => state && new May(chat.me, state).write, run: () => composerFor()?.pickFiles() },
  { id: 'undo', icon: 'back', text: 'command.undo', keys: ['Ctrl+Z'], outside: true, possible: ({ chat }) => chat.undos.last, run: ({ chat }) => takeBackLast(chat) },
  { id: 'room-settings', icon: 'sliders', text: 'roomSettings.title', possible: inRoom, run: roomSettings('about') },
  { id: 'room-attention', icon: 'bell', text: 'command.attention', possible: inRoom, run: roomSettings('attention') },
  { id: 'direct-attention', icon: 'bell', text: 'command.directAttention', possible: ({ state }) => state?.direct && state.room.membership && !state.notes, run: opens('attention', ({ state }) => ({ state })) },
  { id: 'add-people', icon: 'people', text: 'roomMembers.add', possible: (place) => inRoom(place) && asStaff(place), run: roomSettings('members') },
  { id: 'invite', icon: 'link', text: 'invites.title', possible: (place) => inNamedRoom(place) && asStaff(place), run: roomSettings('invites') },
  { id: 'leave-room', icon: 'leave', text: 'roomSettings.leave', possible: (place) => inOwnRoom(place) && !isLastOwner(place), run: roomSettings('about', { asking: 'leave' }) },
  { id: 'theme-light', text: 'command.light', ...themed('light') },
  { id: 'theme-dark', text: 'command.dark', ...themed('dark') },
  { id: 'theme-system', text: 'command.system', ...themed('system') },
  { id: 'settings', icon: 'gear', text: 'settings.title', run: opens('settings') },
  { id: 'shortcuts', icon: 'keyboard', text: 'shortcuts.title', keys: ['Ctrl+/'], run: opens('shortcuts') },
  { id: 'admin', icon: 'shield', text: 'admin.title', possible: ({ chat }) => chat.me.role === 'admin', run: () => go(adminAddress()) },
  { id: 'sign-out', icon: 'leave', text: 'settings.signOut', run: ({ chat }) => chat.signOut() },
];

/** @param {Place} place @returns {Command[]} what the palette offers */
export const possibleIn = (place) => commands.filter(({ icon, possible }) => icon && (!possible || possible(place)));
