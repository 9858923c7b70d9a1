import { namesOnly } from '../models/attached.js';

/** @typedef {{files: File[], folders: string[]}} Given `folders`: names of what cannot be sent */

/** How long a browser may take to begin saving. */
const SAVED_MS = 60_000;

/**
 * Saves a file as a download.
 * @param {Blob} content
 * @param {string} name
 */
export function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MS);
}

/**
 * Takes the files that the user drops on the page or pastes. It also stops the browser from opening a dropped file,
 * because that would close the chat.
 *
 * @param {{take: (given: Given, target: EventTarget | null) => void, over: (yes: boolean) => void}} page `over`: files
 *   are held over the page
 */
export function takeFiles({ take, over }) {
  window.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget || over(false));
  window.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(false);
    take(filesIn(event.dataTransfer), event.target);
  });
  window.addEventListener('paste', (event) => {
    const given = event.clipboardData && pasted(event.clipboardData);
    if (!given) return;
    event.preventDefault();
    take(given, event.target);
  });
}

/** @param {DataTransfer} data @returns {Given | null} null for text, also for text that comes with a picture of itself */
function pasted(data) {
  if (!data.types.includes('Files')) return null;
  const given = filesIn(data);
  const isText = data.types.includes('text/plain') && (data.types.includes('text/html') || !namesOnly(data.getData('text/plain'), given.files));
  return isText ? null : given;
}

/** @param {DataTransfer} data @returns {Given} */
function filesIn({ files, items }) {
  const folders = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry?.isDirectory).map((entry) => entry?.name ?? '');
  return { files: [...files].filter(({ name }) => !folders.includes(name)), folders };
}
