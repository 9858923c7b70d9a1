/** @import {Message} from '../../models/wire.js' */
/** @import {Key} from '../../language.js' */
import { language, t, times } from '../../language.js';

/** @type {Record<string, Key>} */
const ROLES = { owner: 'role.owner', moderator: 'role.moderator', member: 'role.member' };

/** @param {string} until */
const endOf = (until) => [times.moment(until), times.full.format(new Date(until))];

/**
 * The text of an action, the value in it, and a tooltip for the value.
 * @type {Record<string, (value: any) => [Key, ...string[]]>}
 */
const WORDS = {
  kick: () => ['system.kick'],
  ban: (until) => (until ? ['system.banUntil', ...endOf(until)] : ['system.ban']),
  unban: () => ['system.unban'],
  mute: (until) => (until ? ['system.muteUntil', ...endOf(until)] : ['system.mute']),
  unmute: () => ['system.unmute'],
  add: () => ['system.add'],
  role: (role) => ['system.role', ROLES[role] ? t(ROLES[role]) : role],
  name: (name) => ['system.name', name],
  topic: (topic) => (topic ? ['system.topic', topic] : ['system.topicCleared']),
  emoji: (emoji) => (emoji ? ['system.emoji', emoji] : ['system.emojiCleared']),
  visibility: (visibility) => [visibility === 'private' ? 'system.private' : 'system.public'],
  password: (set) => [set ? 'system.passwordSet' : 'system.passwordCleared'],
  slow_mode: (seconds) => (seconds ? ['system.slowMode', String(seconds)] : ['system.slowModeOff']),
  archive: (archived) => [archived ? 'system.archived' : 'system.unarchived'],
  import: () => ['system.import'],
};

/**
 * @template T
 * @param {Message} message
 * @param {(name: string, title?: string) => T} draw how to show names and values
 * @returns {(T | string)[]} the action of the room's staff in words
 */
export function systemText({ sender, system }, draw) {
  const action = system?.action ?? '';
  const [key, value, title] = WORDS[action]?.(system?.value) ?? ['system.other', action];
  return language.pieces(key, {
    by: draw(sender.displayName || t('member.deleted')),
    target: draw(system?.target ?? t('member.deleted')),
    value: draw(value ?? '', title),
  });
}
