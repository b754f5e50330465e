/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it a text again: whoever chooses their own
 * name does not run anything on the machine of who opens the file. So does one that has such an apostrophe itself, or it would lose it.
 */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** What `harmless` was made of: the way back. */
export const plain = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

// Some spreadsheets skip spaces and line ends before they look for a formula, and know the wide forms of its signs.
const formula = /^'*(?:[\t\r]|\s*[=+\-@＝＋－＠])/u;
