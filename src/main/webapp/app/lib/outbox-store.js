/** @import {Entry} from '../models/outbox.js' */
/** @import {Upload} from '../models/uploads.js' */
import { scope } from './place.js';

const STORE = 'outbox';

/**
 * Keeps unconfirmed messages, and files that are in no message yet, over reloads and crashes, for all tabs. A file has
 * its key in the place of a message's id. A store of its own would need another version of the database, and an older
 * page in another tab would hold that up.
 */
export class OutboxStore {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;

  /** @param {string} user @returns {Promise<{entries: Entry[], files: Upload[]}>} */
  async all(user) {
    const stored = await this.#run('readonly', (store) => store.getAll());
    return {
      entries: stored.filter((/** @type {Entry} */ entry) => entry.user === user),
      files: stored.filter((/** @type {Upload} */ file) => file.owner === user),
    };
  }

  /**
   * @param {Entry} entry
   * @param {Upload[]} [files] that it shows
   */
  async put(entry, files = []) {
    await this.#run('readwrite', (store) => {
      for (const file of files) store.put(asStored(file));
      return store.put(entry);
    });
  }

  /** @param {Upload} file */
  async putFile(file) {
    await this.#run('readwrite', (store) => store.put(asStored(file)));
  }

  /**
   * Keeps a change of an entry, unless another tab has removed the confirmed entry meanwhile.
   * @param {Entry} entry
   */
  update(entry) {
    return this.#update(entry);
  }

  /** @param {Upload} file */
  updateFile(file) {
    return this.#update(asStored(file));
  }

  /** @param {string} clientId of a message that goes with its files */
  async remove(clientId) {
    await this.#run('readwrite', (store) => {
      const known = store.get(clientId);
      known.onsuccess = () => {
        for (const id of [clientId, ...(known.result?.files ?? [])]) store.delete(id);
      };
      return known;
    });
  }

  /** @param {string} user the username of the user who signs out; all their unsent messages and files are deleted */
  async forget(user) {
    await this.#run('readwrite', (store) => {
      const all = store.getAll();
      all.onsuccess = () => {
        for (const one of all.result) if (one.user === user || one.owner === user) store.delete(one.clientId);
      };
      return all;
    });
  }

  /** @param {{clientId: string}} one */
  async #update(one) {
    await this.#run('readwrite', (store) => {
      const known = store.getKey(one.clientId);
      known.onsuccess = () => known.result !== undefined && store.put(one);
      return known;
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

/** @param {Upload} file */
const asStored = (file) => ({ ...file, clientId: file.key });

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(scope, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'clientId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
