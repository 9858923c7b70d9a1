/** @import {Chat} from '../../chat.js' */
/** @import {TemplateResult} from 'lit' */
import { html } from 'lit';
import '../activity/activity-dialog.js';
import '../emoji/emoji-picker.js';
import '../files/lightbox-dialog.js';
import '../moderation/moderate-dialog.js';
import '../moderation/report-dialog.js';
import '../people/conversation-attention-dialog.js';
import '../people/new-message-dialog.js';
import '../people/profile-card.js';
import '../pins/pins-dialog.js';
import '../rooms/browse-rooms-dialog.js';
import '../rooms/create-room-dialog.js';
import '../rooms/import-room-dialog.js';
import '../rooms/ownership-dialog.js';
import '../rooms/room-settings-dialog.js';
import '../settings/delete-account-dialog.js';
import '../settings/settings-dialog.js';
import '../timeline/delete-message-dialog.js';
import '../timeline/jump-dialog.js';
import '../timeline/message-actions-dialog.js';
import '../timeline/reactions-dialog.js';
import './palette-dialog.js';
import './shortcuts-dialog.js';

/**
 * The dialogs by the names that `openDialog` uses.
 * @type {Record<string, (chat: Chat, props: any) => TemplateResult>}
 */
export const dialogs = {
  activity: (chat) => html`<activity-dialog .chat=${chat}></activity-dialog>`,
  'admin-account': (_chat, { desk, account }) => html`<admin-account-dialog .desk=${desk} .account=${account}></admin-account-dialog>`,
  attention: (chat, { state }) => html`<conversation-attention-dialog .chat=${chat} .state=${state}></conversation-attention-dialog>`,
  'browse-rooms': (chat) => html`<browse-rooms-dialog .chat=${chat}></browse-rooms-dialog>`,
  'create-room': (chat) => html`<create-room-dialog .chat=${chat}></create-room-dialog>`,
  'delete-account': (chat) => html`<delete-account-dialog .chat=${chat}></delete-account-dialog>`,
  'delete-message': (chat, { state, message }) => html`<delete-message-dialog .chat=${chat} .state=${state} .message=${message}></delete-message-dialog>`,
  'import-room': (chat) => html`<import-room-dialog .chat=${chat}></import-room-dialog>`,
  jump: (_chat, { timeline, day }) => html`<jump-dialog .timeline=${timeline} .day=${day}></jump-dialog>`,
  lightbox: (_chat, { of, pictures, current, from }) => html`<lightbox-dialog .of=${of} .pictures=${pictures} .current=${current} .from=${from}></lightbox-dialog>`,
  'message-actions': (_chat, { text, title = '', actions }) => html`<message-actions-dialog .text=${text} .title=${title} .actions=${actions}></message-actions-dialog>`,
  moderate: (chat, { state, username, measure }) => html`<moderate-dialog .chat=${chat} .state=${state} .username=${username} .measure=${measure}></moderate-dialog>`,
  'new-message': (chat) => html`<new-message-dialog .chat=${chat}></new-message-dialog>`,
  ownership: (chat, { state, member, wanted, after }) => html`<ownership-dialog .chat=${chat} .state=${state} .member=${member} .wanted=${wanted} @closed=${after}></ownership-dialog>`,
  palette: (_chat, { place }) => html`<palette-dialog .place=${place}></palette-dialog>`,
  pins: (chat, { state }) => html`<pins-dialog .chat=${chat} .state=${state}></pins-dialog>`,
  profile: (chat, { username, from }) => html`<profile-card .chat=${chat} .username=${username} .from=${from}></profile-card>`,
  reactions: (chat, { state, seq }) => html`<reactions-dialog .chat=${chat} .state=${state} .seq=${seq}></reactions-dialog>`,
  report: (chat, { state, message }) => html`<report-dialog .chat=${chat} .state=${state} .message=${message}></report-dialog>`,
  'room-settings': (chat, { state, tab = 'about', asking = null }) => html`<room-settings-dialog .chat=${chat} .state=${state} .tab=${tab} .asking=${asking}></room-settings-dialog>`,
  settings: (chat) => html`<settings-dialog .chat=${chat}></settings-dialog>`,
  shortcuts: () => html`<shortcuts-dialog></shortcuts-dialog>`,
};
