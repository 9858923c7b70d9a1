/**
 * Keeps a browser from opening a file that is dropped on the page, which would leave the chat, and tells of files that are
 * dropped or pasted: they cannot be sent.
 *
 * @param {() => void} refused
 */
export function refuseFiles(refused) {
  for (const type of /** @type {const} */ (['dragover', 'drop'])) {
    window.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (type === 'drop') refused();
    });
  }
  // Text from a document may come with a picture of that text; then the text is pasted.
  window.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData?.types.includes('Files') && !clipboardData.types.includes('text/plain')) refused();
  });
}
