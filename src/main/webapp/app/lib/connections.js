/** @import {Connection, Phase} from './connection.js' */
import { Observable } from '../models/observable.js';

/** From the best to the worst. @type {Phase[]} */
const PHASES = ['open', 'idle', 'connecting', 'waiting', 'over'];

/** All live sockets of the page as one. The worst of them decides the phase. */
export class Connections extends Observable {
  #all;

  /** @param {...Connection} all */
  constructor(...all) {
    super();
    this.#all = all;
    for (const connection of all) connection.watch(() => this.changed());
  }

  get phase() {
    return PHASES[Math.max(...this.#all.map(({ phase }) => PHASES.indexOf(phase)))];
  }

  get retryAt() {
    return Math.min(...this.#all.filter(({ phase }) => phase === 'waiting').map(({ retryAt }) => retryAt));
  }

  get wasOpen() {
    return this.#all.every(({ wasOpen }) => wasOpen);
  }

  start() {
    for (const connection of this.#all) connection.start();
  }

  stop() {
    for (const connection of this.#all) connection.stop();
  }

  retryNow() {
    for (const connection of this.#all) connection.retryNow();
  }

  check() {
    for (const connection of this.#all) connection.check();
  }
}
