import { en } from './en/index.ts';
import type { Language } from './language.ts';
import { ru } from './ru/index.ts';
import type { Words } from './words.ts';

/** Everything the product says, in `language`. */
export const wordsFor = (language: Language): Words => (language === 'ru' ? ru : en);
