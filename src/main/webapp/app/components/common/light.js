/** @import {Observable} from '../../models/observable.js' */
import { LitElement } from 'lit';

/** An element without a shadow root: all elements share the style sheets and the focus order of the page. */
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
   * Renders again whenever one of these changes. A later call with other things replaces them.
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
