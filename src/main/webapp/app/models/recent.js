const MOST = 30;

/**
 * @param {string[]} list ids, the latest first
 * @param {string} id of what the user has used now
 * @returns {string[]} the list with it in front; the oldest go
 */
export const recently = (list, id) => [id, ...list.filter((one) => one !== id)].slice(0, MOST);
