/** @import {LitElement} from 'lit' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { blamedFields, wrongFields } from '../../models/faults.js';
import { explain } from './problems.js';

let last = 0;

/**
 * The wrong fields of a form. Each has its error below it. The form has `novalidate`, so that the browser shows no
 * bubble of its own, and each field says with `is` and `by` that it is wrong and where its error is.
 */
export class Faults {
  #id = `fault-${(last += 1)}`;
  /** The error of each wrong field, by its name. @type {Record<string, string>} */
  #texts = {};

  /**
   * @param {LitElement} host the element with the form
   * @param {Partial<Record<string, Key>>} [words] what to say of a field whose value is not allowed
   */
  constructor(host, words = {}) {
    this.host = host;
    this.words = words;
  }

  /** @param {string} name @returns {'true' | 'false'} for `aria-invalid` */
  is(name) {
    return name in this.#texts ? 'true' : 'false';
  }

  /**
   * @param {string} name
   * @param {string[]} others ids of what else describes the field
   * @returns {unknown} for `aria-describedby`
   */
  by(name, ...others) {
    return [...others, ...(name in this.#texts ? [this.#idOf(name)] : [])].join(' ') || nothing;
  }

  /**
   * @param {string} name
   * @param {string} [hint]
   * @returns {unknown} the error of a field, or else its hint
   */
  about(name, hint = '') {
    const text = this.#texts[name];
    if (text) return html`<small id=${this.#idOf(name)} class="error" role="alert">${text}</small>`;
    return hint ? html`<small>${hint}</small>` : nothing;
  }

  /**
   * @param {Event} event the submit event of the form
   * @returns {boolean} whether the browser finds nothing wrong with the fields
   */
  pass({ target }) {
    const { elements } = /** @type {HTMLFormElement} */ (target);
    const wrong = wrongFields(/** @type {HTMLInputElement[]} */ ([...elements]), this.words);
    this.#show(Object.fromEntries(Object.entries(wrong).map(([name, key]) => [name, t(key)])));
    return Object.keys(wrong).length === 0;
  }

  /**
   * @param {unknown} error of the server
   * @param {Partial<Record<string, string>>} [fields] the field that an error is about, by the code of the error
   * @param {Partial<Record<string, Key>>} [special] texts for codes that have a special meaning here
   * @returns {boolean} whether the error is about a field; otherwise the form shows it somewhere else
   */
  take(error, fields = {}, special = {}) {
    const problem = problemOf(error);
    const names = [...this.host.querySelectorAll('[aria-invalid]')].map((one) => one.getAttribute('name') ?? '');
    const field = names.find((name) => name === fields[problem.code]);
    const blamed = Object.entries(blamedFields(problem, names, this.words)).map(([name, key]) => [name, t(key)]);
    this.#show(field ? { [field]: explain(error, special) } : Object.fromEntries(blamed));
    return Object.keys(this.#texts).length > 0;
  }

  /** What was wrong with a field is no longer known when somebody types in it. @param {Event} event */
  mended = ({ target }) => {
    const { [/** @type {HTMLInputElement} */ (target).name]: mended, ...others } = this.#texts;
    if (!mended) return;
    this.#texts = others;
    this.host.requestUpdate();
  };

  clear() {
    this.#show({});
  }

  /** @param {Record<string, string>} texts */
  async #show(texts) {
    this.#texts = texts;
    this.host.requestUpdate();
    if (!Object.keys(texts).length) return;
    await this.host.updateComplete;
    const first = /** @type {HTMLInputElement | null} */ (this.host.querySelector('[aria-invalid="true"]'));
    first?.focus();
    if (first?.type === 'password') first.select();
  }

  /** @param {string} name */
  #idOf(name) {
    return `${this.#id}-${name}`;
  }
}
