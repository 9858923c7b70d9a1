/** @import {Item} from '../../models/palette.js' */
/** @import {Goal} from '../common/places.js' */
/** @import {Command, Place} from './commands.js' */
import { t } from '../../language.js';
import { ownPlaces } from '../common/places.js';
import { possibleIn } from './commands.js';

/** What the palette offers. @typedef {Goal | (Item & {kind: 'command', command: Command})} Offer */

/**
 * @param {Place} place
 * @returns {Offer[]} what the page knows: the user's rooms and conversations, and the commands
 */
export const known = (place) => [...ownPlaces(place.chat), ...possibleIn(place).map(command)];

/** @param {Command} command @returns {Offer} */
const command = (command) => ({ id: `>${command.id}`, kind: 'command', names: [t(command.text)], command });
