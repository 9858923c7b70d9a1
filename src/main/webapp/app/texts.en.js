import { texts as activity } from './components/activity/texts.en.js';
import { texts as common } from './components/common/texts.en.js';
import { texts as composer } from './components/composer/texts.en.js';
import { texts as emoji } from './components/emoji/texts.en.js';
import { texts as entry } from './components/entry/texts.en.js';
import { texts as files } from './components/files/texts.en.js';
import { texts as moderation } from './components/moderation/texts.en.js';
import { texts as people } from './components/people/texts.en.js';
import { texts as pins } from './components/pins/texts.en.js';
import { texts as replies } from './components/replies/texts.en.js';
import { texts as rooms } from './components/rooms/texts.en.js';
import { texts as search } from './components/search/texts.en.js';
import { texts as settings } from './components/settings/texts.en.js';
import { texts as shell } from './components/shell/texts.en.js';
import { texts as timeline } from './components/timeline/texts.en.js';

/** The page's texts, but for those of the administration. */
export const texts = { ...activity, ...common, ...composer, ...emoji, ...entry, ...files, ...moderation, ...people, ...pins, ...replies, ...rooms, ...search, ...settings, ...shell, ...timeline };
