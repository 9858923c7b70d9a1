import { t } from '../../language.js';
import { countdown } from '../../models/slow-mode.js';
import { Light } from '../common/light.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** Says when a message is sent that the server has not taken yet, and counts the seconds down. */
export class SendingLater extends Light {
  static properties = { due: { attribute: false }, hurried: { attribute: false } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #ticking;

  constructor() {
    super();
    /** When it is sent, in milliseconds. */
    this.due = 0;
    /** Whether it waits because the user has sent too many messages. */
    this.hurried = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#ticking);
  }

  render() {
    clearTimeout(this.#ticking);
    const left = this.due - Date.now();
    if (left <= 0) return t('state.pending');
    this.#ticking = setTimeout(() => this.requestUpdate(), left % SECOND_MS || SECOND_MS);
    const time = left < MINUTE_MS ? `${Math.ceil(left / SECOND_MS)} s` : countdown(left);
    return t(this.hurried ? 'state.tooFast' : 'state.later', { time });
  }
}

customElements.define('sending-later', SendingLater);
