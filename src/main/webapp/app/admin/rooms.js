/** @import {Room} from '../models/wire.js' */
/** @import {Wanted} from './administering.js' */
import { html, nothing } from 'lit';
import { named, nameOfRoom, roomGlyph } from '../components/common/pieces.js';
import { t, times, tx } from '../language.js';
import { addressIn } from '../models/route.js';
import { AdminList } from './list.js';

/** All rooms of the server, private ones too. @extends {AdminList<Room>} */
export class AdminRooms extends AdminList {
  /** @param {Wanted} wanted */
  async page(wanted) {
    const { rooms, next } = await this.desk.rooms(wanted);
    return { items: rooms, next };
  }

  /** @param {Room} room */
  key({ id }) {
    return id;
  }

  tools() {
    return html`<div class="admin-tools">${this.searchField(t('rooms.search'))}</div>`;
  }

  /** @param {Room} room */
  item(room) {
    const { topic, kind, memberCount, owner, createdAt } = room;
    const name = nameOfRoom(room, '');
    return html`<li class="card">
      ${roomGlyph(room)}
      <div class="card-text"><strong>${named(name)} ${kind === 'private' ? html`<span class="mark-word">${t('create.private')}</span>` : nothing}</strong>
        ${topic ? html`<span class="faint">${named(topic)}</span>` : nothing}
        <span class="faint">${t('rooms.members', { count: memberCount })} · ${owner ? html`${tx('admin.owner', { name: named(owner) })} · ` : nothing}
          ${t('start.since', { date: times.date.format(new Date(createdAt)) })}</span></div>
      <a class="button" href=${addressIn(room)} aria-label="${t('rooms.open')}: ${name}">${t('rooms.open')}</a>
    </li>`;
  }
}

customElements.define('admin-rooms', AdminRooms);
