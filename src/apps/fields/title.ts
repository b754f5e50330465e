import type { App } from '../app.ts';
import { cleanLine } from './clean.ts';
import { limits } from './limits.ts';
import type { Names } from './names.ts';
import { plainText } from './text.ts';
import { type Doc, valueIn } from './value.ts';

/** An item's number as the app writes it: "C-0012". */
export const numberOf = (app: Pick<App, 'numberPrefix' | 'numberDigits'>, number: number): string =>
  `${app.numberPrefix}${String(number).padStart(app.numberDigits, '0')}`;

/**
 * How an item is called, by the app's pattern. What is empty, or a field that is gone, leaves nothing behind: neither braces nor the
 * dots and dashes that stood beside it. Never empty: where nothing else is left, its number stands.
 */
export const titleOf = (app: App, number: number, doc: Doc, names: Names): string => {
  const filled = app.titlePattern.replace(/\{(?:(number)|f:([\w-]+))\}/g, (_, isNumber?: string, id?: string) => {
    if (isNumber) return numberOf(app, number);
    const field = app.fields.find((one) => one.id === id);
    return (field && plainText(field, valueIn(doc, field), names)) || empty;
  });
  const title = cleanLine(tidy(filled));
  return title === '' ? numberOf(app, number) : shortened(title);
};

/** Stands for what is empty until it is known what stood beside it. No clean text has it. */
const empty = '\u0000';

const tidy = (text: string): string =>
  text
    .replace(/\s*[·•|,;:/–—-]*\s*\0/g, '\0')
    .replace(/^\0+\s*[·•|,;:/–—-]*\s*/, '')
    .replaceAll('\0', '')
    .replace(/\(\s*\)|\[\s*\]|«\s*»|"\s*"/g, '');

const shortened = (title: string): string =>
  title.length <= limits.title ? title : `${title.slice(0, limits.title - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
