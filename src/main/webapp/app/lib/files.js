/**
 * Stops the browser from opening a file that is dropped on the page, because that would close the chat. Calls `refused`
 * when a file is dropped or pasted: the chat cannot send files.
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
  // Text from a document may come with a picture of the text. Then the text is pasted.
  window.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData?.types.includes('Files') && !clipboardData.types.includes('text/plain')) refused();
  });
}
