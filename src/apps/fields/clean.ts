/** One line of text without what nobody can see: control characters, halves of characters, marks that turn text around. */
export const cleanLine = (text: string): string =>
  visible(text)
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** The same for a text of several lines, whose breaks stay. */
export const cleanText = (text: string): string =>
  visible(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

// NFC twice: what stood between two marks may be gone, and they join.
const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF\0]/g, '')
    .normalize('NFC');
