/**
 * @param {Blob} blob
 * @returns {Promise<{width: number, height: number} | null>} the size of an upright picture; null if the browser cannot show it
 */
export async function measured(blob) {
  try {
    const picture = await createImageBitmap(blob);
    const { width, height } = picture;
    picture.close();
    return { width, height };
  } catch {
    return null;
  }
}

/** @param {Blob} blob @returns {Promise<boolean>} false for a folder, and for a file that was moved or changed since */
export const isReadable = (blob) => blob.slice(0, 1).arrayBuffer().then(() => true, () => false);
