import { texts as activity } from './components/activity/texts.de.js';
import { texts as common } from './components/common/texts.de.js';
import { texts as composer } from './components/composer/texts.de.js';
import { texts as emoji } from './components/emoji/texts.de.js';
import { texts as entry } from './components/entry/texts.de.js';
import { texts as files } from './components/files/texts.de.js';
import { texts as moderation } from './components/moderation/texts.de.js';
import { texts as people } from './components/people/texts.de.js';
import { texts as pins } from './components/pins/texts.de.js';
import { texts as replies } from './components/replies/texts.de.js';
import { texts as rooms } from './components/rooms/texts.de.js';
import { texts as search } from './components/search/texts.de.js';
import { texts as settings } from './components/settings/texts.de.js';
import { texts as shell } from './components/shell/texts.de.js';
import { texts as timeline } from './components/timeline/texts.de.js';

/** The page's texts, but for those of the administration. */
export const texts = { ...activity, ...common, ...composer, ...emoji, ...entry, ...files, ...moderation, ...people, ...pins, ...replies, ...rooms, ...search, ...settings, ...shell, ...timeline };
