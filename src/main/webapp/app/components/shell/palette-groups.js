/** @import {Key} from '../../language.js' */
/** @import {Finder, Hit} from '../../models/palette.js' */
/** @import {Room, User} from '../../models/wire.js' */
/** @import {Place} from './commands.js' */
/** @import {Offer} from './palette-items.js' */
import { preferences } from '../../lib/preferences.js';
import { byKind, narrowed } from '../../models/palette.js';
import { otherPeople, otherRooms } from '../common/places.js';
import { known } from './palette-items.js';

const RECENT = 7;
/** How many of a kind are shown beside the other kinds, and alone. */
const FEW = 8;
const MANY = 50;

/** @type {Record<'room' | 'person' | 'command', Key>} */
const KINDS = { room: 'rooms.title', person: 'palette.people', command: 'palette.commands' };

/** @typedef {{title: Key, hits: Hit<Offer>[]}} Group */

/**
 * @param {Place} place
 * @param {string} typed
 * @param {{users: User[], rooms: Room[]}} others that the server has found
 * @param {Finder} finder
 * @returns {Group[]} what matches. What the server finds comes later, so it stands at the end and moves nothing.
 */
export function groupsFor(place, typed, { users, rooms }, finder) {
  const { chat, state } = place;
  const { kind, query } = narrowed(typed);
  const recent = preferences.recent(chat.me.username);
  const find = (/** @type {Offer[]} */ items) => finder.find(items.filter((item) => !kind || item.kind === kind), query, recent);
  const hits = find(known(place));
  if (!kind && !query) return atFirst(hits.filter(({ item }) => item.id !== state?.id), new Set(recent));
  return filled([
    ...[...byKind(hits, kind ? MANY : FEW)].map(([of, list]) => ({ title: KINDS[of], hits: list })),
    { title: 'palette.otherPeople', hits: find(otherPeople(chat, users)) },
    { title: 'palette.otherRooms', hits: find(otherRooms(chat, rooms)) },
  ]);
}

/**
 * @param {Hit<Offer>[]} hits
 * @param {Set<string>} recent
 * @returns {Group[]} what the user has used last, and the other commands
 */
function atFirst(hits, recent) {
  const used = hits.filter(({ item }) => recent.has(item.id)).slice(0, RECENT);
  const rest = hits.filter((hit) => hit.item.kind === 'command' && !used.includes(hit));
  return filled([{ title: 'palette.recent', hits: used }, { title: KINDS.command, hits: rest }]);
}

/** @param {Group[]} groups */
const filled = (groups) => groups.filter(({ hits }) => hits.length);
