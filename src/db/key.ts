/**
 * Text as it is searched, sorted and compared: neither capitals, nor the dots of ё, nor the width of a letter, nor the number of
 * spaces makes two names different. Goes into the columns called `…_key`, since no database knows all of this by itself.
 */
export const searchKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();
