import { Observable } from './observable.js';

/** Long enough to read a sentence and to reach its button. */
const SHOWN_MS = 8000;

/** @typedef {{id: number, text: string, tone: 'info' | 'error', action?: {label: string, act: () => void}}} Toast */

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
    this.changed();
  }

  /** @param {number} id */
  dismiss(id) {
    this.all = this.all.filter((toast) => toast.id !== id);
    this.changed();
  }
}
