/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Candidate} from '../../models/completing.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { candidates, completed, mentionAt } from '../../models/completing.js';
import { colourAmong } from '../../models/faces.js';
import { avatar, handle, named } from '../common/pieces.js';

const STEPS = new Map([['ArrowDown', 1], ['ArrowUp', -1]]);

/** Offers people to mention while the user types a name after an `@`. */
export class MentionCompletion {
  /** @type {Candidate[]} */
  #offered = [];
  #from = 0;
  #chosen = 0;
  /** The place of the `@` whose list the user closed with Escape. The list opens again at the next `@`. */
  #dismissed = -1;

  /**
   * @param {{field: () => HTMLTextAreaElement | null, state: () => RoomState, take: (text: string, caret: number) => void,
   *   changed: () => void}} composer
   */
  constructor(composer) {
    this.composer = composer;
  }

  get open() {
    return this.#offered.length > 0;
  }

  /** The person that the Enter key takes. */
  get active() {
    return this.open ? `mention-${this.#chosen}` : undefined;
  }

  /** The text or the caret has moved. */
  look() {
    const field = this.composer.field();
    const begun = field && field.selectionStart === field.selectionEnd ? mentionAt(field.value, field.selectionStart) : null;
    if (!begun) this.#dismissed = -1;
    const offered = begun && begun.from !== this.#dismissed ? candidates(this.#people, begun.query) : [];
    if (offered.length === 0 && !this.open) return;
    if (begun?.from !== this.#from || offered.length !== this.#offered.length) this.#chosen = 0;
    this.#from = begun?.from ?? 0;
    this.#offered = offered;
    this.composer.changed();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the list has used the key */
  key(event) {
    const step = STEPS.get(event.key);
    if (!this.open || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (step) this.#chosen = (this.#chosen + step + this.#offered.length) % this.#offered.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#take(this.#offered[this.#chosen]);
    else if (event.key === 'Escape') this.close(this.#from);
    else return false;
    event.preventDefault();
    this.composer.changed();
    return true;
  }

  /** @param {number} [dismissed] the place of the `@` where the list stays closed */
  close(dismissed = -1) {
    this.#dismissed = dismissed;
    this.#offered = [];
    this.composer.changed();
  }

  render() {
    if (!this.open) return nothing;
    return html`<ul class="offer" id="mention-offer" role="listbox" aria-label=${t('mention.offer')}>
      ${this.#offered.map((person, at) => html`<li id="mention-${at}" role="option" aria-selected=${String(at === this.#chosen)}
        @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#take(person)}>
        ${avatar(person, undefined, colourAmong(person.username, this.composer.state().members?.list))} <span class="offer-name">${named(person.displayName)}</span> <span class="faint">${handle(person.username)}</span></li>`)}
    </ul>
    <span class="hidden" role="status">${t('mention.count', { count: this.#offered.length })}</span>`;
  }

  /** @returns {Candidate[]} the members of the room, or both users of a conversation */
  get #people() {
    const { members, room, me } = this.composer.state();
    if (room.peer) return room.peer.username ? [room.peer] : [];
    return (members?.list ?? []).map(({ user }) => user).filter(({ username }) => username && username !== me);
  }

  /** @param {Candidate} person */
  #take({ username }) {
    const field = this.composer.field();
    if (!field) return;
    const { text, caret } = completed(field.value, this.#from, field.selectionStart, username);
    this.close();
    this.composer.take(text, caret);
  }
}
