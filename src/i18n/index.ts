import { en } from './en/index.ts';
import type { Language } from './language.ts';
import { ru } from './ru/index.ts';
import type { Words } from './words.ts';

/**
 * Everything the product says, in `language`.
 *
 * @param zone the IANA name of a time zone that somebody chose: for pages that are theirs alone. One that is not known here counts as none
 */
export const wordsFor = (language: Language, zone: string | null = null): Words => {
  const words: Words = language === 'ru' ? ru : en;
  if (zone === null) return words;
  const key = `${language} ${zone}`;
  const known = zoned.get(key) ?? (isZone(zone) ? { ...words, zone } : words);
  zoned.set(key, known);
  return known;
};

/** There are some four hundred zones, in each of which somebody may be. */
const zoned = new Map<string, Words>();

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
