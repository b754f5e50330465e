import { en } from './texts/en.ts';
import { recordsEn } from './texts/records-en.ts';
import { recordsRu } from './texts/records-ru.ts';
import type { RecordTexts } from './texts/records-shape.ts';
import { ru } from './texts/ru.ts';
import type { DemoTexts } from './texts/shape.ts';

/** One step of a dialogue. */
export type Step = { by: 'client' | 'answer'; text: string; file: 'screen' | 'guide' | null } | 'pass-on';

export type Dialogue = readonly Step[];

/** The words of the demo in `language`. */
export const textsFor = (language: 'en' | 'ru'): DemoTexts => (language === 'ru' ? ru : en);

/** The words of the demo's apps in `language`. */
export const recordTextsFor = (language: 'en' | 'ru'): RecordTexts => (language === 'ru' ? recordsRu : recordsEn);

/** The names of the employees, as they are written in the text. */
export const namesIn = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Reads dialogues: see `DemoTexts`. */
export const dialoguesIn = (text: string): readonly Dialogue[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .trim()
        .split(/\s*\n\s*/)
        .map(stepIn),
    );

const stepIn = (written: string): Step => {
  if (written === '~') return 'pass-on';
  const by = written.startsWith('!') ? 'answer' : 'client';
  const said = written.slice(2);
  if (said === '[screen]') return { by, text: '', file: 'screen' };
  return said === '[guide]' ? { by, text: '', file: 'guide' } : { by, text: said, file: null };
};
