import { searchKey } from '../../db/key.ts';
import { sameName } from './same-name.ts';

type Named = readonly { id: string; name: string }[];

/** The ids of the fields that a stored pattern names, each once. */
export const patternNames = (stored: string): string[] => [
  ...new Set([...stored.matchAll(inStore)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
];

/** A stored pattern as people read and type it: with the names of fields in braces instead of their ids. */
export const patternToType = (stored: string, fields: Named): string =>
  stored.replaceAll(inStore, (_, id: string) => `{${fields.find((field) => field.id === id)?.name ?? '?'}}`);

/** What was typed, to be stored; or the names in braces that no field has. `{number}`, in any language's word for it, is the number. */
export const readPattern = (
  typed: string,
  fields: Named,
  numberWords: readonly string[] = ['number'],
): { pattern: string } | { unknown: readonly string[] } => {
  const unknown: string[] = [];
  const numbers = new Set(['number', ...numberWords].map(searchKey));
  const pattern = typed.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    // A field may be called like one of the words for the number, but never like the sign.
    const field = fields.find((one) => sameName(one.name, name) && name !== '#');
    if (field) return `{f:${field.id}}`;
    if (numbers.has(searchKey(name))) return '{number}';
    unknown.push(name.trim());
    return whole;
  });
  return unknown.length > 0 ? { unknown } : { pattern };
};

/** The pattern without a field, and without what divided it from its neighbour: "No. {number} · {Name}" becomes "No. {number}". */
export const patternWithout = (stored: string, fieldId: string): string => {
  const parts = stored.split(/(\{[^{}]*\})/);
  const gone = `{f:${fieldId}}`;
  for (let place = parts.indexOf(gone); place >= 0; place = parts.indexOf(gone)) {
    const first = parts.slice(0, place).every((part) => part === '');
    // Texts and what is in braces take turns. What stands before goes too, and at the beginning what stands after.
    const divider = first ? place + 1 : place - 1;
    const words = /[\p{L}\p{N}]/u.test(parts[divider] ?? '');
    parts.splice(place, 1, '');
    if (!words) parts.splice(divider, 1, '');
  }
  return parts.join('').trim() || '{number}';
};

const inStore = /\{f:([0-9a-f-]+)\}/g;
