/**
 * @param {string} selected a part of a message
 * @param {string} text what the user has written already
 * @returns {string} that text, the part as a quotation, and an empty line to go on in
 */
export function withQuotation(selected, text) {
  const lines = selected.trim().split(/\r?\n/).map((line) => `> ${line}`.trimEnd());
  const before = text.trim() ? `${text.trimEnd()}\n\n` : '';
  return `${before}${lines.join('\n')}\n\n`;
}
