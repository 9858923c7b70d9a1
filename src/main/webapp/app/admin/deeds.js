/** @import {Key} from '../language.js' */
/** @import {Account} from '../models/wire.js' */
/** @import {Administering} from './administering.js' */

/**
 * The actions of an administrator on an account: their texts, and the call that does it.
 * @typedef {'disable' | 'enable' | 'password' | 'makeAdmin' | 'unmakeAdmin' | 'sessions'} Deed
 * @typedef {{name: Key, whom: Key, means: Key, done: Key, icon: string, yes?: Key, hurts?: boolean, password?: boolean,
 *   act: (administering: Administering, username: string, password: string) => Promise<Account | null>}} About
 */

/** @type {Record<Deed, About>} */
export const deeds = {
  disable: {
    name: 'admin.disable', whom: 'admin.disableWhom', means: 'admin.disableMeans', done: 'admin.disabled', icon: 'block', hurts: true,
    act: (administering, username) => administering.change(username, { disabled: true }),
  },
  enable: {
    name: 'admin.enable', whom: 'admin.enableWhom', means: 'admin.enableMeans', done: 'admin.enabled', icon: 'check',
    act: (administering, username) => administering.change(username, { disabled: false }),
  },
  password: {
    name: 'admin.password', whom: 'admin.passwordWhom', means: 'admin.passwordMeans', done: 'admin.passwordDone', icon: 'key', yes: 'admin.setPassword', hurts: true, password: true,
    act: (administering, username, password) => administering.change(username, { password }),
  },
  makeAdmin: {
    name: 'admin.make', whom: 'admin.makeWhom', means: 'admin.makeMeans', done: 'admin.made', icon: 'shield',
    act: (administering, username) => administering.change(username, { role: 'admin' }),
  },
  unmakeAdmin: {
    name: 'admin.unmake', whom: 'admin.unmakeWhom', means: 'admin.unmakeMeans', done: 'admin.unmade', icon: 'shield', hurts: true,
    act: (administering, username) => administering.change(username, { role: 'user' }),
  },
  sessions: {
    name: 'admin.endAll', whom: 'admin.endAllWhom', means: 'admin.endAllMeans', done: 'admin.endedAll', icon: 'leave', hurts: true,
    act: (administering, username) => administering.endSessions(username),
  },
};

/**
 * @param {Account} account
 * @param {boolean} own whether it is the administrator's own account; they must not lock themselves out by mistake
 * @returns {Deed[]} the actions to offer, without `sessions`: its button is beside the list of sessions
 */
export function deedsOn({ disabled, role }, own) {
  const rank = /** @type {Deed} */ (role === 'admin' ? 'unmakeAdmin' : 'makeAdmin');
  return own ? [rank] : ['password', rank, disabled ? 'enable' : 'disable'];
}
