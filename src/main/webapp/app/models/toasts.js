import { Observable } from './observable.js';

/** Long enough to read a sentence and to reach its button. */
export const SHOWN_MS = 8000;

/**
 * @typedef {object} Toast
 * @property {number} id
 * @property {string} text
 * @property {'info' | 'error'} tone
 * @property {{label: string, act: () => void}} [action]
 * @property {AbortSignal} [over] when it is no longer true
 */

/** Short messages about what has just happened, perhaps with a button for the next step. */
export class Toasts extends Observable {
  /** @type {Toast[]} */
  all = [];
  #last = 0;

  /** @param {Omit<Toast, 'id'>} toast */
  show(toast) {
    const id = (this.#last += 1);
    this.all = [...this.all.filter(({ text }) => text !== toast.text), { ...toast, id }];
    setTimeout(() => this.dismiss(id), SHOWN_MS);
    toast.over?.addEventListener('abort', () => this.dismiss(id));
    this.changed();
  }

  /** Another user may sign in, and would take back what this one has done. */
  clear() {
    this.all = [];
    this.changed();
  }

  /** @param {number} id */
  dismiss(id) {
    this.all = this.all.filter((toast) => toast.id !== id);
    this.changed();
  }
}
