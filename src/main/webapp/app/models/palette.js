/** @import {Folded} from './fuzzy.js' */
import { folded, LONGEST_QUERY, match, partsIn } from './fuzzy.js';

const MARK = /\p{M}/u;

/** @type {Record<string, Kind>} */
const SIGNS = { '#': 'room', '@': 'person', '>': 'command' };

/** @typedef {'room' | 'person' | 'command'} Kind */

/**
 * Something that can be found by any of its names.
 * @typedef {{id: string, kind: Kind, names: string[]}} Item
 */

/**
 * @template {Item} T
 * @typedef {{item: T, name: number, parts: number, letters: Set<number>}} Hit the place of the matching name, in how many separate parts of it the letters are, and where
 */

/**
 * @param {string} typed
 * @returns {{kind: Kind | null, query: string}} the kind that a sign in front asks for
 */
export function narrowed(typed) {
  const text = typed.trim();
  const kind = SIGNS[text[0]] ?? null;
  return { kind, query: kind ? text.slice(1).trim() : text };
}

/** Searches items. It folds each name only once. */
export class Finder {
  /** @type {Map<string, Folded>} */
  #folded = new Map();

  /**
   * @template {Item} T
   * @param {T[]} items
   * @param {string} query matches everything if it is empty
   * @param {string[]} [recent] ids, the latest first
   * @returns {Hit<T>[]} the best first; of equal ones those used last, and then those with fewer separate parts
   */
  find(items, query, recent = []) {
    const wanted = folded(query, LONGEST_QUERY).text;
    const used = new Map(recent.map((id, i) => [id, i]));
    const age = (/** @type {Item} */ { id }) => used.get(id) ?? recent.length;
    return items
      .flatMap((item) => this.#hit(item, wanted) ?? [])
      .sort((one, other) => one.rank - other.rank || age(one.item) - age(other.item) || one.parts - other.parts);
  }

  /**
   * @template {Item} T
   * @param {T} item
   * @param {string} wanted
   */
  #hit(item, wanted) {
    const all = item.names.flatMap((text, name) => {
      const folds = this.#of(text);
      const found = match(wanted, folds);
      return found ? { item, name, rank: found.rank, parts: partsIn(found.at), letters: new Set(found.at.map((i) => folds.places[i])) } : [];
    });
    return all.sort((one, other) => one.rank - other.rank)[0];
  }

  /** @param {string} name */
  #of(name) {
    const known = this.#folded.get(name) ?? folded(name);
    this.#folded.set(name, known);
    return known;
  }
}

/**
 * @param {string} name
 * @param {Set<number>} letters the places of the matching letters
 * @returns {{text: string, hit: boolean}[]} the unchanged name in pieces; an accent stays with its letter
 */
export function piecesOf(name, letters) {
  /** @type {{text: string, hit: boolean}[]} */
  const pieces = [];
  [...name].forEach((letter, place) => {
    const last = pieces.at(-1);
    const hit = letters.has(place) || Boolean(last?.hit && MARK.test(letter));
    if (last && last.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  });
  return pieces;
}

/**
 * @template {Item} T
 * @param {Hit<T>[]} hits the best first
 * @param {number} most of one kind
 * @returns {Map<Kind, Hit<T>[]>} by kind, the kind with the best one first
 */
export function byKind(hits, most) {
  const kinds = [...new Set(hits.map(({ item }) => item.kind))];
  return new Map(kinds.map((kind) => [kind, hits.filter(({ item }) => item.kind === kind).slice(0, most)]));
}
