'use strict';
(() => {
  const SHOWN = 300;
  const GERMAN = navigator.language.startsWith('de');
  const TEXTS = GERMAN
    ? {
        search: 'Suchen', day: 'Zum Tag', earlier: 'Frühere Nachrichten', later: 'Spätere Nachrichten', deleted: 'Diese Nachricht wurde gelöscht',
        edited: 'bearbeitet', pinned: 'angeheftet', facts: 'Gespeichert am', messages: 'Nachrichten', found: 'Treffer', none: 'Nichts gefunden', empty: 'Hier wurde noch nichts geschrieben',
        kick: 'hat jemanden entfernt', ban: 'hat jemanden gesperrt', unban: 'hat eine Sperre aufgehoben', mute: 'hat jemanden stummgeschaltet', unmute: 'hat eine Stummschaltung aufgehoben',
        add: 'hat jemanden hinzugefügt', role: 'hat eine Rolle geändert', name: 'hat den Raum umbenannt', topic: 'hat das Thema geändert', visibility: 'hat die Sichtbarkeit geändert',
        password: 'hat das Passwort geändert', slow_mode: 'hat den langsamen Modus geändert', archive: 'hat das Archiv geändert', import: 'hat den Raum aus einer Datei importiert',
      }
    : {
        search: 'Search', day: 'Go to day', earlier: 'Earlier messages', later: 'Later messages', deleted: 'This message was deleted',
        edited: 'edited', pinned: 'pinned', facts: 'Saved on', messages: 'messages', found: 'found', none: 'Nothing found', empty: 'Nobody has written here yet',
        kick: 'removed somebody', ban: 'banned somebody', unban: 'lifted a ban', mute: 'muted somebody', unmute: 'unmuted somebody',
        add: 'added somebody', role: 'changed a role', name: 'renamed the room', topic: 'changed the topic', visibility: 'changed who can see the room',
        password: 'changed the password', slow_mode: 'changed slow mode', archive: 'changed the archive', import: 'imported the room from a file',
      };
  const byId = (id) => document.getElementById(id);
  const [list, search, day, earlier, later, status] = ['messages', 'search', 'day', 'earlier', 'later', 'status'].map(byId);
  const room = JSON.parse(byId('room').textContent);
  const all = byId('log').textContent.split('\n').filter(Boolean).map((line) => JSON.parse(line).message);
  const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
  const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

  let shown = all;
  let from = 0;

  /** An element with text; people's text never becomes anything else. */
  const make = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const nameOf = (person) => person.displayName || person.username || '?';
  const size = (octets) => `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(octets / (octets < 1e6 ? 1e3 : 1e6))} ${octets < 1e6 ? 'kB' : 'MB'}`;

  const fileOf = (file) => {
    if (!file.thumbnailUrl) return make('p', 'file', `${file.name} · ${size(file.size)} · files/${file.id}`);
    const image = make('img');
    image.src = `files/${file.id}`;
    image.alt = file.name;
    image.loading = 'lazy';
    image.width = file.width;
    image.height = file.height;
    return image;
  };

  const contentOf = (message) => {
    if (message.deleted) return [make('p', 'text gone', TEXTS.deleted)];
    if (message.kind === 'system') {
      const { action, target, value } = message.system;
      const what = [TEXTS[action] ?? action, target, typeof value === 'string' ? `“${value}”` : null];
      return [make('p', 'text told', what.filter(Boolean).join(' '))];
    }
    const parts = [];
    const quote = message.replyTo?.excerpt || message.replyTo?.files?.name;
    if (quote) parts.push(make('blockquote', '', quote));
    if (message.body) parts.push(make('p', 'text', message.body));
    parts.push(...message.attachments.map(fileOf));
    if (message.reactions.length) parts.push(make('p', 'reactions', ...message.reactions.map(({ emoji, count }) => make('span', '', `${emoji} ${count}`))));
    return parts;
  };

  const rowOf = (message) => {
    const time = make('time', '', TIME.format(new Date(message.createdAt)));
    time.dateTime = message.createdAt;
    time.title = FULL.format(new Date(message.createdAt));
    const link = make('a', '', time);
    link.href = `#${message.seq}`;
    const notes = [message.editedAt && TEXTS.edited, message.pinned && TEXTS.pinned].filter(Boolean).join(', ');
    const row = make('li', 'message', make('p', 'head', make('strong', '', nameOf(message.sender)), ' ', link, notes ? ` (${notes})` : ''), ...contentOf(message));
    row.id = `m${message.seq}`;
    return row;
  };

  const show = (first) => {
    from = Math.max(0, Math.min(first, shown.length - SHOWN));
    const part = shown.slice(from, from + SHOWN);
    const rows = [];
    let before = '';
    for (const message of part) {
      const date = DAY.format(new Date(message.createdAt));
      if (date !== before) rows.push(make('li', 'day', make('span', '', date)));
      before = date;
      rows.push(rowOf(message));
    }
    list.replaceChildren(...rows);
    earlier.hidden = from === 0;
    later.hidden = from + SHOWN >= shown.length;
  };

  const goTo = (seq) => {
    const at = shown.findIndex((message) => message.seq >= seq);
    if (at < 0) return;
    show(at - SHOWN / 2);
    const row = byId(`m${shown[at].seq}`);
    row?.classList.add('found');
    row?.scrollIntoView();
  };

  const find = () => {
    const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const has = (message) => {
      const text = [nameOf(message.sender), message.body, ...message.attachments.map((file) => file.name)].join('\n').toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    };
    shown = words.length ? all.filter((message) => !message.deleted && message.kind !== 'system' && has(message)) : all;
    status.textContent = !all.length ? TEXTS.empty : !words.length ? '' : shown.length ? `${shown.length} ${TEXTS.found}` : TEXTS.none;
    show(0);
  };

  /** A link leads to its message among all others, also out of a search. */
  const follow = () => {
    const seq = Number(location.hash.slice(1));
    if (!seq) return;
    search.value = '';
    find();
    goTo(seq);
  };

  document.documentElement.lang = GERMAN ? 'de' : 'en';
  document.title = room.name ?? 'Parley';
  document.querySelector('h1').textContent = room.name ?? 'Parley';
  document.querySelector('.topic').textContent = room.topic ?? '';
  document.querySelector('.facts').textContent = `${all.length} ${TEXTS.messages} · ${TEXTS.facts} ${FULL.format(new Date(room.exportedAt))}`;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = TEXTS[element.dataset.text];

  let waiting;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  day.addEventListener('change', () => {
    if (!day.value) return;
    const start = new Date(`${day.value}T00:00`);
    const first = shown.find((message) => new Date(message.createdAt) >= start);
    if (first) goTo(first.seq);
  });
  earlier.addEventListener('click', () => {
    const top = shown[from].seq;
    show(from - SHOWN / 2);
    byId(`m${top}`)?.scrollIntoView();
  });
  later.addEventListener('click', () => {
    const next = shown[Math.min(from + SHOWN, shown.length - 1)].seq;
    show(from + SHOWN / 2);
    byId(`m${next}`)?.scrollIntoView({ block: 'end' });
  });
  window.addEventListener('hashchange', follow);
  find();
  follow();
})();
