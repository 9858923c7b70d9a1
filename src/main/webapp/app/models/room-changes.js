/** @import {Membership, Room, SystemNote} from './wire.js' */

/**
 * The changes of a room that its log tells. `room_updated` says more, but it has no number: an absent user misses it.
 * @type {Record<string, (value: any) => Partial<Room>>}
 */
const ofTheRoom = {
  topic: (value) => ({ topic: value ?? '' }),
  emoji: (value) => ({ emoji: value ?? null }),
  slow_mode: (value) => ({ slowModeSeconds: value ?? 0 }),
  archive: (value) => ({ archived: Boolean(value) }),
  visibility: (value) => ({ kind: value }),
  password: (value) => ({ hasPassword: Boolean(value) }),
};

/** @type {Record<string, (value: any) => Partial<Membership>>} */
const ofOneself = {
  mute: (value) => ({ muted: true, mutedUntil: value ?? null }),
  unmute: () => ({ muted: false, mutedUntil: null }),
  role: (value) => ({ role: value }),
};

/**
 * @param {Room} room
 * @param {SystemNote | undefined} note the change, if the message is a system message
 * @param {string} me
 * @returns {Room} the room after the change
 */
export function heed(room, note, me) {
  if (!note) return room;
  const { action, target, value } = note;
  const mine = target === me && room.membership && Object.hasOwn(ofOneself, action) && ofOneself[action];
  return { ...room, ...(Object.hasOwn(ofTheRoom, action) && ofTheRoom[action](value)), ...(mine && { membership: { .../** @type {Membership} */ (room.membership), ...mine(value) } }) };
}

/**
 * @param {Membership | null | undefined} membership
 * @returns {Pick<Membership, 'muted' | 'mutedUntil'>} the part that read marks do not change
 */
export function standing(membership) {
  return { muted: membership?.muted ?? false, mutedUntil: membership?.mutedUntil ?? null };
}
