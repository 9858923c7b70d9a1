/** @import {Frame, Message, Reaction} from './wire.js' */

/** The server names at most this many people for an emoji. */
const NAMED = 50;
/** A message takes this many different emoji. */
export const KINDS = 20;

/** The reactions that are offered before the user has chosen any. */
const COMMON = ['👍', '❤️', '😂'];

/**
 * @param {string[]} [recent] the emoji that the user chose last, the newest first
 * @returns {string[]} the emoji to react with at one click
 */
export const quickEmoji = (recent = []) => [...new Set([...recent, ...COMMON])].slice(0, COMMON.length);

/** A reaction as the page shows it: with the user's wish, and whether the user is among the people. @typedef {Reaction & {mine: boolean}} Chip */

/**
 * @param {Message} message
 * @param {Frame} frame `reaction_added` or `reaction_removed`; its count is the server's count now, so it replaces ours
 * @returns {Message} the message after it
 */
export function afterReaction(message, { type, emoji, username, count }) {
  const reactions = message.reactions ?? [];
  const known = reactions.find((one) => one.emoji === emoji);
  const after = { emoji, count, usernames: (type === 'reaction_added' ? withName : withoutName)(known?.usernames ?? [], username) };
  const all = known ? reactions.map((one) => (one === known ? after : one)) : [...reactions, after];
  return { ...message, reactions: all.filter((one) => one.count > 0) };
}

/**
 * @param {string[]} names
 * @param {string | null} name null for a deleted account, which is counted without a name
 */
const withName = (names, name) => (!name || names.includes(name) || names.length >= NAMED ? names : [...names, name]);

/**
 * @param {string[]} names
 * @param {string | null} name
 */
const withoutName = (names, name) => names.filter((one) => one !== name);

/** @param {Reaction} reaction @returns {boolean} whether all its people are named */
const complete = ({ count, usernames }) => usernames.length >= count;

/** What the messages do not say about the user's own reactions: wishes on their way, and frames about long lists. */
export class OwnReactions {
  /** Whether the user reacts with an emoji, by the last frame about it. @type {Map<string, boolean>} */
  #told = new Map();
  /** What the user wants and no frame has confirmed. @type {Map<string, {seq: number, emoji: string, wanted: boolean, stored: boolean}>} */
  #wishes = new Map();

  /** @param {string} me the user's own username */
  constructor(me) {
    this.me = me;
  }

  /** @param {Frame} frame a reaction of anybody */
  heard({ type, target, emoji, username }) {
    if (username !== this.me) return;
    const key = keyOf(target, emoji);
    const reacts = type === 'reaction_added';
    const wish = this.#wishes.get(key);
    this.#told.set(key, reacts);
    if (wish?.stored || wish?.wanted === reacts) this.#wishes.delete(key);
  }

  /**
   * @param {number} seq the number of a message
   * @param {string} emoji
   * @param {boolean} wanted whether the user wants to react with it
   */
  wish(seq, emoji, wanted) {
    this.#wishes.set(keyOf(seq, emoji), { seq, emoji, wanted, stored: false });
  }

  /**
   * @param {number} seq
   * @param {string} emoji
   * @returns {boolean | undefined} undefined if no wish is open
   */
  wanted(seq, emoji) {
    return this.#wishes.get(keyOf(seq, emoji))?.wanted;
  }

  /**
   * The server has done what the user wants. The frame may follow.
   * @param {number} seq
   * @param {string} emoji
   */
  stored(seq, emoji) {
    const wish = this.#wishes.get(keyOf(seq, emoji));
    if (wish) wish.stored = true;
  }

  /**
   * The server has refused it.
   * @param {number} seq
   * @param {string} emoji
   */
  drop(seq, emoji) {
    this.#wishes.delete(keyOf(seq, emoji));
  }

  /** Frames are missing. */
  forget() {
    this.#told.clear();
    this.#wishes.clear();
  }

  /** @param {Message} message @returns {Chip[]} what the page shows under it */
  chipsOf({ seq, deleted, reactions = [] }) {
    if (deleted) return [];
    const fresh = [...this.#wishes.values()].filter((wish) => wish.seq === seq && wish.wanted && !reactions.some(({ emoji }) => emoji === wish.emoji));
    return [
      ...reactions.map((reaction) => this.#wished(seq, { ...reaction, mine: this.#mine(seq, reaction) })).filter(({ count }) => count > 0),
      ...fresh.map(({ emoji }) => ({ emoji, count: 1, usernames: [this.me], mine: true })),
    ];
  }

  /**
   * @param {number} seq
   * @param {Reaction} reaction
   */
  #mine(seq, reaction) {
    return reaction.usernames.includes(this.me) || (!complete(reaction) && this.#told.get(keyOf(seq, reaction.emoji)) === true);
  }

  /**
   * @param {number} seq
   * @param {Chip} chip
   * @returns {Chip}
   */
  #wished(seq, chip) {
    const wish = this.#wishes.get(keyOf(seq, chip.emoji));
    if (!wish || wish.wanted === chip.mine) return chip;
    const { wanted: mine, stored } = wish;
    // The server may have counted the user before: then its answer changes nothing, and no frame comes.
    if (stored && !complete(chip)) return { ...chip, mine };
    return { ...chip, mine, count: chip.count + (mine ? 1 : -1), usernames: (mine ? withName : withoutName)(chip.usernames, this.me) };
  }
}

/**
 * @param {number} seq
 * @param {string} emoji
 */
const keyOf = (seq, emoji) => `${seq} ${emoji}`;
