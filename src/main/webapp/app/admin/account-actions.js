/** @import {Key} from '../language.js' */
/** @import {Account} from '../models/wire.js' */
/** @import {Administering} from './administering.js' */

/**
 * The actions of an administrator on an account: their texts, and the call that does it.
 * @typedef {'disable' | 'enable' | 'password' | 'makeAdmin' | 'unmakeAdmin' | 'sessions'} AccountAction
 * @typedef {{name: Key, question: Key, means: Key, done: Key, icon: string, yes?: Key, danger?: boolean, password?: boolean,
 *   act: (administering: Administering, username: string, password: string) => Promise<Account | null>}} About
 */

/** @type {Record<AccountAction, About>} */
export const accountActions = {
  disable: {
    name: 'admin.disable', question: 'admin.disableWhom', means: 'admin.disableMeans', done: 'admin.disabled', icon: 'block', danger: true,
    act: (administering, username) => administering.change(username, { disabled: true }),
  },
  enable: {
    name: 'admin.enable', question: 'admin.enableWhom', means: 'admin.enableMeans', done: 'admin.enabled', icon: 'check',
    act: (administering, username) => administering.change(username, { disabled: false }),
  },
  password: {
    name: 'admin.password', question: 'admin.passwordWhom', means: 'admin.passwordMeans', done: 'admin.passwordDone', icon: 'key', yes: 'admin.setPassword', danger: true, password: true,
    act: (administering, username, password) => administering.change(username, { password }),
  },
  makeAdmin: {
    name: 'admin.make', question: 'admin.makeWhom', means: 'admin.makeMeans', done: 'admin.made', icon: 'shield',
    act: (administering, username) => administering.change(username, { role: 'admin' }),
  },
  unmakeAdmin: {
    name: 'admin.unmake', question: 'admin.unmakeWhom', means: 'admin.unmakeMeans', done: 'admin.unmade', icon: 'shield', danger: true,
    act: (administering, username) => administering.change(username, { role: 'user' }),
  },
  sessions: {
    name: 'admin.endAll', question: 'admin.endAllWhom', means: 'admin.endAllMeans', done: 'admin.endedAll', icon: 'leave', danger: true,
    act: (administering, username) => administering.endSessions(username),
  },
};

/**
 * @param {Account} account
 * @param {boolean} own whether it is the administrator's own account; they must not lock themselves out by mistake
 * @returns {AccountAction[]} the actions to offer, without `sessions`: its button is beside the list of sessions
 */
export function actionsOn({ disabled, role }, own) {
  const rank = /** @type {AccountAction} */ (role === 'admin' ? 'unmakeAdmin' : 'makeAdmin');
  return own ? [rank] : ['password', rank, disabled ? 'enable' : 'disable'];
}
