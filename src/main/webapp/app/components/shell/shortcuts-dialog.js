/** @import {Key} from '../../language.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';

/** @type {[string[], Key][]} */
const SHORTCUTS = [
  [['Alt', '↑ ↓'], 'shortcuts.rooms'],
  [['Alt', 'Shift', '↑ ↓'], 'shortcuts.unread'],
  [['Ctrl', 'K'], 'shortcuts.search'],
  [['Ctrl', 'Shift', 'M'], 'shortcuts.activity'],
  [['Shift', 'Esc'], 'shortcuts.allRead'],
  [['F'], 'shortcuts.favourite'],
  [['M'], 'shortcuts.mute'],
  [['@'], 'shortcuts.mention'],
  [['Enter'], 'shortcuts.send'],
  [['Shift', 'Enter'], 'shortcuts.break'],
  [['Ctrl', 'B'], 'shortcuts.bold'],
  [['Ctrl', 'I'], 'shortcuts.italic'],
  [['Ctrl', 'Shift', 'X'], 'shortcuts.strike'],
  [['Ctrl', 'K'], 'shortcuts.markLink'],
  [['Ctrl', 'Shift', 'C'], 'shortcuts.code'],
  [['Ctrl', 'Shift', '9'], 'shortcuts.quote'],
  [['Ctrl', 'Shift', '8'], 'shortcuts.bullets'],
  [['↑'], 'shortcuts.edit'],
  [['Shift', '↑'], 'shortcuts.reply'],
  [['↑ ↓'], 'shortcuts.messages'],
  [['R'], 'shortcuts.replyTo'],
  [['+'], 'shortcuts.react'],
  [['P'], 'shortcuts.pin'],
  [['L'], 'shortcuts.link'],
  [['J'], 'shortcuts.jump'],
  [['Ctrl', 'Z'], 'shortcuts.undo'],
  [['Esc'], 'shortcuts.leave'],
  [['Ctrl', '/'], 'shortcuts.list'],
];

/** The list of keyboard shortcuts. */
export class ShortcutsDialog extends Dialog {
  get heading() {
    return t('shortcuts.title');
  }

  content() {
    return html`<dl class="dialog-body shortcuts">${SHORTCUTS.map(([keys, words]) => html`<div>
      <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(words)}</dd></div>`)}</dl>`;
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
