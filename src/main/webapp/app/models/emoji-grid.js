/** A place in the grid of emoji: a section, and an index in it. @typedef {{section: number, index: number}} Place */

/**
 * Where a key leads in a grid of sections, each of which begins with a new row.
 * @param {number[]} sizes how many cells each section has; none is empty
 * @param {Place} at
 * @param {string} key of the keyboard, in a page that runs from left to right
 * @param {number} columns
 * @returns {Place | null | undefined} null above the first row; undefined if the key does not move
 */
export function moved(sizes, at, key, columns) {
  const { section, index } = at;
  const column = index % columns;
  switch (key) {
    case 'ArrowRight':
      if (index + 1 < sizes[section]) return { section, index: index + 1 };
      return section + 1 < sizes.length ? { section: section + 1, index: 0 } : at;
    case 'ArrowLeft':
      if (index > 0) return { section, index: index - 1 };
      return section > 0 ? { section: section - 1, index: sizes[section - 1] - 1 } : at;
    case 'ArrowDown':
      return below(sizes, at, column, columns);
    case 'ArrowUp':
      return above(sizes, at, column, columns);
    case 'Home':
      return { section, index: index - column };
    case 'End':
      return { section, index: Math.min(index - column + columns, sizes[section]) - 1 };
    default:
      return undefined;
  }
}

/**
 * @param {number[]} sizes
 * @param {Place} at
 * @param {number} column
 * @param {number} columns
 * @returns {Place}
 */
function below(sizes, at, column, columns) {
  const { section, index } = at;
  const last = sizes[section] - 1;
  if (index - column + columns <= last) return { section, index: Math.min(index + columns, last) };
  return section + 1 < sizes.length ? { section: section + 1, index: Math.min(column, sizes[section + 1] - 1) } : at;
}

/**
 * @param {number[]} sizes
 * @param {Place} at
 * @param {number} column
 * @param {number} columns
 * @returns {Place | null}
 */
function above(sizes, { section, index }, column, columns) {
  if (index >= columns) return { section, index: index - columns };
  if (section === 0) return null;
  const last = sizes[section - 1] - 1;
  return { section: section - 1, index: Math.min(last - (last % columns) + column, last) };
}
