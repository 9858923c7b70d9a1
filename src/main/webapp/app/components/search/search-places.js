/** @import {Chat} from '../../chat.js' */
/** @import {Hit} from '../../models/palette.js' */
/** @import {Goal} from '../common/places.js' */
import { html } from 'lit';
import { preferences } from '../../lib/preferences.js';
import { byKind, Finder, narrowed } from '../../models/palette.js';
import { placeLine } from '../common/place-line.js';
import { otherPeople, otherRooms, ownPlaces } from '../common/places.js';

/** So many rooms, and so many people. */
const MOST = 3;

/**
 * @param {Chat} chat
 * @param {Finder} finder
 * @returns {Hit<Goal>[]} rooms and people with that name, the user's own ones first. Scattered letters are no name here.
 */
export function placesIn(chat, finder) {
  const { name, finding } = chat.searching;
  const { kind, query } = narrowed(name);
  if (!query) return [];
  const recent = preferences.recent(chat.me.username);
  const find = (/** @type {Goal[]} */ goals) => finder.find(goals.filter((goal) => !kind || goal.kind === kind), query, recent).filter(({ parts }) => parts === 1);
  const hits = [...find(ownPlaces(chat)), ...find([...otherPeople(chat, finding.users), ...otherRooms(chat, finding.rooms)])];
  return [...byKind(hits, MOST).values()].flat();
}

/**
 * @param {Hit<Goal>} hit
 * @param {() => void} gone runs when the user goes there
 */
export const placeLink = (hit, gone) => html`<a class="search-place" href=${hit.item.address} @click=${gone}>${placeLine(hit)}</a>`;
