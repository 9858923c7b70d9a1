/** @import {Entry} from '../models/outbox.js' */
import { scope } from './place.js';

const STORE = 'outbox';

/** Keeps unconfirmed messages over reloads and crashes, for all tabs. */
export class OutboxStore {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;

  /** @param {string} user @returns {Promise<Entry[]>} */
  async all(user) {
    const entries = await this.#run('readonly', (store) => store.getAll());
    return entries.filter((/** @type {Entry} */ entry) => entry.user === user);
  }

  /** @param {Entry} entry */
  async put(entry) {
    await this.#run('readwrite', (store) => store.put(entry));
  }

  /**
   * Keeps a change of an entry, unless another tab has removed the confirmed entry meanwhile.
   * @param {Entry} entry
   */
  async update(entry) {
    await this.#run('readwrite', (store) => {
      const known = store.getKey(entry.clientId);
      known.onsuccess = () => known.result !== undefined && store.put(entry);
      return known;
    });
  }

  /** @param {string} clientId */
  async remove(clientId) {
    await this.#run('readwrite', (store) => store.delete(clientId));
  }

  /** @param {string} user the username of the user who signs out; all their unsent messages are deleted */
  async forget(user) {
    await this.#run('readwrite', (store) => {
      const all = store.getAll();
      all.onsuccess = () => {
        for (const entry of all.result) if (entry.user === user) store.delete(entry.clientId);
      };
      return all;
    });
  }

  /**
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest} action
   * @returns {Promise<any>} the result, once it is on disk
   */
  async #run(mode, action) {
    const database = await (this.#opening ??= open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = action(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(scope, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'clientId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
