/**
 * The square part of a picture that somebody chooses: how large the picture is, how much larger it is shown than it must
 * be to fill the square, and where the middle of the square is in it.
 * @typedef {{width: number, height: number, zoom: number, x: number, y: number}} Crop
 */

export const MOST_ZOOM = 4;

/** @param {number} width @param {number} height @returns {Crop} the largest square in the middle */
export const cropOf = (width, height) => ({ width, height, zoom: 1, x: width / 2, y: height / 2 });

/** @param {Crop} crop @returns {{left: number, top: number, side: number}} the square, in pixels of the picture */
export function squareOf({ width, height, zoom, x, y }) {
  const side = Math.min(width, height) / zoom;
  return { left: x - side / 2, top: y - side / 2, side };
}

/**
 * Moves the picture behind the square, as far as it fills the square.
 * @param {Crop} crop
 * @param {number} right in sides of the square
 * @param {number} down
 */
export function moved(crop, right, down) {
  const { side } = squareOf(crop);
  return kept({ ...crop, x: crop.x - right * side, y: crop.y - down * side });
}

/** @param {Crop} crop @param {number} zoom */
export const zoomed = (crop, zoom) => kept({ ...crop, zoom: within(zoom, 1, MOST_ZOOM) });

/** @param {Crop} crop @returns {Crop} */
function kept(crop) {
  const half = squareOf(crop).side / 2;
  return { ...crop, x: within(crop.x, half, crop.width - half), y: within(crop.y, half, crop.height - half) };
}

/** @param {number} value @param {number} least @param {number} most */
const within = (value, least, most) => Math.min(Math.max(value, least), most);
