import type { Language } from '../i18n/language.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** Whoever is signed in, as every room knows them: found at the door, passed on by value. */
export type Person = {
  id: string;
  name: string;
  /** As they chose it, else as their browser says. */
  language: Language;
  theme: Theme;
  /** Whether a new message may make a sound. */
  sound: boolean;
  administrator: boolean;
  /** The address of their picture, null for none. */
  avatar: string | null;
  /** IANA name, such as Europe/Moscow. Null: as their browser says. */
  timeZone: string | null;
};
