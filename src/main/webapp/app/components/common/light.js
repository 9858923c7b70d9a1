/** @import {Observable} from '../../models/observable.js' */
import { LitElement } from 'lit';

/** An element that renders into the page itself, so that one style sheet and one focus order hold for all. */
export class Light extends LitElement {
  /** @type {Observable[]} */
  #watched = [];
  /** @type {(() => void)[]} */
  #endings = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  /**
   * Draws itself anew whenever one of these changes; called again with others, follows those instead.
   * @param {...Observable} things
   */
  watches(...things) {
    if (things.length === this.#watched.length && things.every((thing, i) => thing === this.#watched[i])) return;
    this.#end();
    this.#watched = things;
    this.#begin();
  }

  /**
   * @param {string} name
   * @param {unknown} [detail]
   */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  #begin() {
    if (this.isConnected) this.#endings = this.#watched.map((thing) => thing.watch(() => this.requestUpdate()));
  }

  #end() {
    for (const end of this.#endings) end();
    this.#endings = [];
  }
}
