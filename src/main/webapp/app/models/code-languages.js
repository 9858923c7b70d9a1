/** @import {StreamParser} from '@codemirror/language' */
import { c, cpp, csharp, dart, java, kotlin, objectiveC, scala } from '@codemirror/legacy-modes/mode/clike';
import { css, less, sCSS } from '@codemirror/legacy-modes/mode/css';
import { diff } from '@codemirror/legacy-modes/mode/diff';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { go } from '@codemirror/legacy-modes/mode/go';
import { groovy } from '@codemirror/legacy-modes/mode/groovy';
import { haskell } from '@codemirror/legacy-modes/mode/haskell';
import { javascript, json, typescript } from '@codemirror/legacy-modes/mode/javascript';
import { lua } from '@codemirror/legacy-modes/mode/lua';
import { nginx } from '@codemirror/legacy-modes/mode/nginx';
import { perl } from '@codemirror/legacy-modes/mode/perl';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { python } from '@codemirror/legacy-modes/mode/python';
import { r } from '@codemirror/legacy-modes/mode/r';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { rust } from '@codemirror/legacy-modes/mode/rust';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { mySQL, pgSQL, sqlite, standardSQL } from '@codemirror/legacy-modes/mode/sql';
import { swift } from '@codemirror/legacy-modes/mode/swift';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { html, xml } from '@codemirror/legacy-modes/mode/xml';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';

export { coloured } from './code-colours.js';

/** @type {[string, StreamParser<any>][]} the names that people write after the fence */
const NAMED = [
  ['bash console sh shell zsh', shell], ['c h', c], ['c++ cc cpp cxx hpp', cpp], ['cs csharp c#', csharp], ['css', css], ['dart', dart],
  ['diff patch', diff], ['docker dockerfile', dockerFile], ['go golang', go], ['gradle groovy', groovy], ['haskell hs', haskell],
  ['html', html], ['cfg conf ini properties', properties], ['java', java], ['cjs javascript js jsx mjs', javascript],
  ['json json5 jsonc', json], ['kotlin kt kts', kotlin], ['less', less], ['lua', lua], ['nginx', nginx], ['objc objectivec', objectiveC],
  ['perl pl', perl], ['powershell ps1 pwsh', powerShell], ['py python python3', python], ['r', r], ['rb ruby', ruby], ['rs rust', rust],
  ['scala', scala], ['scss', sCSS], ['mariadb mysql', mySQL], ['pgsql postgres postgresql', pgSQL], ['sql', standardSQL], ['sqlite', sqlite], ['swift', swift], ['toml', toml],
  ['ts tsx typescript', typescript], ['pom svg xml xsl', xml], ['yaml yml', yaml],
];

/** @type {ReadonlyMap<string, StreamParser<any>>} */
export const LANGUAGES = new Map(NAMED.flatMap(([names, parser]) => names.split(' ').map((name) => /** @type {const} */ ([name, parser]))));

/** @param {string} language as written after the fence @returns {StreamParser<any> | undefined} */
export const parserOf = (language) => LANGUAGES.get(language.split(/\s/, 1)[0].toLowerCase());
