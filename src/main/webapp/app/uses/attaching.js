/** @import {Chat} from '../chat.js' */
/** @import {Left, Limits} from '../models/attached.js' */
/** @import {Entry} from '../models/outbox.js' */
/** @import {Upload} from '../models/uploads.js' */
/** @import {Attachment} from '../models/wire.js' */
import { isReadable, measured } from '../lib/pictures.js';
import { problemOf, Problem } from '../lib/problem.js';
import { uuid } from '../lib/uuid.js';
import { chosen, mayBePicture, nameOf } from '../models/attached.js';
import { FileLimits } from './file-limits.js';

/** Files of this many places are sent at the same time. */
const AT_ONCE = 3;

/** Sends the files that the user attaches, at once, so that they are there when the message is sent. */
export class Attaching {
  /** The requests under way, by the key of the upload. @type {Map<string, AbortController>} */
  #under = new Map();
  /** Addresses of pictures in this browser, by the key of the upload. @type {Map<string, string>} */
  #previews = new Map();
  #limits;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
    this.#limits = new FileLimits(chat);
  }

  /**
   * @param {string} place the id of a room, or with a number behind it the replies to a message
   * @param {File[]} files
   * @returns {Promise<{left: Left[], limits: Limits, free: number}>} what was not attached, and why
   */
  async add(place, files) {
    const limits = await this.#limits.all();
    const free = await this.#limits.free(limits);
    const { taken, left } = chosen(files, this.at(place).length, limits, free);
    const uploads = taken.map((file) => this.#upload(place, file));
    this.chat.uploads.add(...uploads);
    this.chat.sending.unstored(uploads);
    this.pump();
    for (const one of uploads) this.#keep(one);
    return { left, limits, free };
  }

  /** @param {string} place @returns {Upload[]} what is attached there and not in a message, in order */
  at(place) {
    const { uploads, outbox } = this.chat;
    const known = new Set(uploads.all.map(({ attachment }) => attachment?.id));
    const elsewhere = this.#drafted(place).filter(({ id }) => !known.has(id));
    return [...elsewhere.map((one) => this.#foreign(place, one)), ...uploads.in(place).filter(({ key }) => !outbox.withFile(key))];
  }

  /** @param {string} place @returns {Attachment[]} what is attached there, as far as the server has it */
  ready(place) {
    return this.at(place).flatMap(({ attachment }) => attachment ?? []);
  }

  /** @param {string} place @returns {string[]} the keys of what is attached there, for a message that takes it */
  take(place) {
    const all = this.at(place);
    const { uploads } = this.chat;
    uploads.add(...all.filter(({ key }) => !uploads.find(key)));
    return all.map(({ key }) => key);
  }

  /** @param {Entry} entry @returns {Attachment[]} the files of a message, as the page shows them until the server has it */
  shown({ files = [] }) {
    return files.map((key) => this.chat.uploads.find(key)).filter((one) => one !== undefined).map((one) => {
      const url = this.preview(one);
      const { key: id, name, type, size, width, height } = one;
      return { id, name, type, size, width, height, ...one.attachment, url: one.attachment?.url ?? url ?? '', thumbnailUrl: url };
    });
  }

  /** @param {Upload} upload @returns {string | undefined} the address of a picture */
  preview({ key, blob, width, attachment }) {
    if (!blob || !width) return attachment?.thumbnailUrl;
    const known = this.#previews.get(key) ?? URL.createObjectURL(blob);
    this.#previews.set(key, known);
    return known;
  }

  /** @param {string} key of a file that the user does not want to send now */
  stop(key) {
    if (this.chat.uploads.stop(key)) this.#abort(key);
    this.pump();
  }

  /**
   * @param {string} key
   * @param {boolean} [anew] the server does not have the file any more
   */
  retry(key, anew) {
    const { uploads } = this.chat;
    const one = uploads.retry(key, anew);
    if (one && !one.attachment) this.chat.sending.keepFile(one);
    this.pump();
  }

  /**
   * @param {string} place
   * @param {string} key of what the user takes away
   */
  remove(place, key) {
    const rest = this.at(place).filter((one) => one.key !== key);
    this.forget([key]);
    this.chat.sending.dropFile(key);
    this.#drafting(place, rest.flatMap(({ attachment }) => attachment ?? []));
  }

  /** @param {string[]} keys of uploads that are not needed any more */
  forget(keys) {
    for (const key of keys) {
      this.#abort(key);
      const preview = this.#previews.get(key);
      if (preview) URL.revokeObjectURL(preview);
      this.#previews.delete(key);
    }
    this.chat.uploads.remove(keys);
  }

  /** @param {string} place whose draft was changed elsewhere: what is not in it any more was taken away there */
  follow(place) {
    const { uploads, outbox } = this.chat;
    if (place.includes(' ')) return;
    const ids = new Set(this.#drafted(place).map(({ id }) => id));
    const gone = uploads.in(place).filter(({ key, attachment }) => attachment && !ids.has(attachment.id) && !outbox.withFile(key));
    if (!gone.length) return;
    this.forget(gone.map(({ key }) => key));
    for (const { key } of gone) this.chat.sending.dropFile(key);
  }

  /** The stored files and messages are here. A message whose files the browser has lost cannot be sent. */
  loaded() {
    const { uploads, outbox, sending } = this.chat;
    for (const key of [...this.#previews.keys(), ...this.#under.keys()]) if (!uploads.find(key)) this.forget([key]);
    for (const { files = [], state } of outbox.entries) {
      const lost = state === 'failed' ? undefined : files.find((key) => !uploads.find(key));
      if (lost) sending.fileRefused(lost, { code: 'unreadable' });
    }
    for (const place of new Set(uploads.all.map((one) => one.place))) this.follow(place);
    this.pump();
  }

  /** There is a new connection. */
  opened() {
    // The limits are here before the user attaches anything.
    this.#limits.all();
    this.chat.uploads.hurry();
    this.pump();
  }

  /** Sends all files that are due. May be called at any time. */
  pump() {
    clearTimeout(this.#timer);
    const { uploads, tabs, personal } = this.chat;
    if (!tabs.owner || personal.phase !== 'open') return;
    for (const one of uploads.due(Date.now())) if (this.#under.size < AT_ONCE) this.#send(one);
    const next = uploads.nextDue;
    if (next) this.#timer = setTimeout(() => this.pump(), Math.max(50, next - Date.now()));
  }

  /** The page closes the chat. */
  end() {
    clearTimeout(this.#timer);
    this.forget(this.chat.uploads.all.map(({ key }) => key));
  }

  /** @param {Upload} upload */
  async #send({ key, blob, name }) {
    const { uploads, session } = this.chat;
    if (!blob) return;
    const { signal } = this.#begin(key);
    uploads.sending(key);
    try {
      if (!(await isReadable(blob))) throw new Problem({ code: 'unreadable' });
      const progress = (/** @type {number} */ octets) => uploads.moved(key, octets);
      const attachment = await session.upload('attachments', blob, name, { signal, progress });
      if (!signal.aborted) this.#sent(key, attachment);
    } catch (error) {
      if (!signal.aborted) this.#refused(key, error);
    }
    if (this.#under.get(key)?.signal === signal) this.#under.delete(key);
    this.pump();
  }

  /** @param {string} key */
  #begin(key) {
    const request = new AbortController();
    this.#under.set(key, request);
    return request;
  }

  /** @param {string} key */
  #abort(key) {
    this.#under.get(key)?.abort();
    this.#under.delete(key);
  }

  /**
   * The draft knows the file before the browser stores that it is sent. So a crash in between costs nothing but a repeat.
   * @param {string} key
   * @param {Attachment} attachment
   */
  #sent(key, attachment) {
    const one = this.chat.uploads.done(key, attachment);
    if (!one) return;
    if (!this.chat.outbox.withFile(key)) this.#drafting(one.place, this.ready(one.place));
    this.chat.sending.keepFile(one);
    this.chat.sending.pump();
  }

  /**
   * @param {string} key
   * @param {unknown} error
   */
  #refused(key, error) {
    const { code, retryAfter, left } = problemOf(error);
    const one = this.chat.uploads.refused(key, { code: left === undefined ? code : 'no_space', retryAfter }, Date.now());
    if (one?.state === 'failed' && one.problem) this.chat.sending.fileRefused(key, one.problem);
  }

  /**
   * @param {string} place
   * @param {File} file
   * @returns {Upload}
   */
  #upload(place, file) {
    const { name, type, size } = file;
    return { key: uuid(), owner: this.chat.rooms.me, place, name: nameOf(name), type, size, createdAt: stamp(), blob: file, attachment: null, state: 'waiting' };
  }

  /** Stores a file, with its size on the page if it is a picture. @param {Upload} upload */
  async #keep({ key, blob, type }) {
    const size = blob && mayBePicture(type) ? await measured(blob) : null;
    const one = this.chat.uploads.set(key, size ?? {});
    if (one) await this.chat.sending.keepFile(one);
  }

  /**
   * @param {string} place
   * @param {Attachment} attachment that another device has uploaded
   * @returns {Upload}
   */
  #foreign(place, attachment) {
    const { id: key, name, type, size, width, height } = attachment;
    return { key, owner: this.chat.rooms.me, place, name, type, size, width, height, createdAt: '', blob: null, attachment, state: 'done' };
  }

  /** @param {string} place @returns {Attachment[]} of its draft; replies beside the timeline have none */
  #drafted(place) {
    return place.includes(' ') ? [] : this.chat.drafting.of(place).attachments;
  }

  /**
   * @param {string} place
   * @param {Attachment[]} attachments
   */
  #drafting(place, attachments) {
    if (!place.includes(' ')) this.chat.drafting.attached(place, attachments);
  }
}

/** The last time that was given. Files that are attached together keep their order. */
let last = 0;

/** @returns {string} a time that no other upload of this tab has */
function stamp() {
  last = Math.max(Date.now(), last + 1);
  return new Date(last).toISOString();
}
