/** @import {Key} from '../../language.js' */
/** @import {Shortcut} from '../common/keys.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { drawnKeys } from '../common/keys.js';
import { MARKS } from '../composer/marks.js';
import { pictureKeys } from '../files/picture-keys.js';
import { listKeys } from '../rooms/list-keys.js';
import { messageKeys } from '../timeline/message-keys.js';
import { commands } from './commands.js';

/** In the message field. @type {Shortcut[]} */
const WRITING = [
  { keys: ['Enter'], text: 'shortcuts.send' },
  { keys: ['Shift+Enter'], text: 'shortcuts.break' },
  { keys: ['@'], text: 'shortcuts.mention' },
  { keys: [':'], text: 'shortcuts.emoji' },
  ...MARKS.flatMap(({ keys, name }) => (keys ? [{ keys, text: name }] : [])),
  { keys: ['ArrowUp'], text: 'shortcuts.edit' },
  { keys: ['Shift+ArrowUp'], text: 'shortcuts.reply' },
  { keys: ['Escape'], text: 'shortcuts.cancel' },
];

/** In the messages. @type {Shortcut[]} */
const MOVING = [
  { keys: ['Shift+Tab'], text: 'shortcuts.toMessages' },
  { keys: ['ArrowUp', 'ArrowDown'], text: 'shortcuts.messages' },
  { keys: ['Enter'], text: 'shortcuts.actions' },
  { keys: ['Escape'], text: 'shortcuts.leave' },
];

/** @type {[Key, Shortcut[]][]} */
const PARTS = [
  ['shortcuts.everywhere', commands.flatMap(({ keys, text }) => (keys ? [{ keys, text }] : []))],
  ['shortcuts.inList', Object.values(listKeys)],
  ['shortcuts.inMessages', [...MOVING, ...Object.values(messageKeys)]],
  ['shortcuts.inField', WRITING],
  ['shortcuts.inPictures', Object.values(pictureKeys)],
];

/** The list of keyboard shortcuts. */
export class ShortcutsDialog extends Dialog {
  get heading() {
    return t('shortcuts.title');
  }

  content() {
    return html`<div class="dialog-body stack" tabindex="0">${PARTS.map(([title, shortcuts]) => html`<section>
      <h3>${t(title)}</h3>
      <dl class="shortcuts">${shortcuts.map((shortcut) => this.#line(shortcut))}</dl></section>`)}</div>`;
  }

  /** @param {Shortcut} shortcut */
  #line({ keys, text }) {
    return html`<div><dt>${keys.map((one, i) => html`${i ? html` <span class="faint">/</span> ` : ''}${drawnKeys(one)}`)}</dt><dd>${t(text)}</dd></div>`;
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
