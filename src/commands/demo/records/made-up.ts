import type { Chance } from '../../made-up/chance.ts';
import type { RecordTexts } from '../texts/records-shape.ts';

/** Somebody's name; `latin`: as it stands in an address. */
export type Name = { full: string; latin: string };

/** So many names, no two alike. */
export const namesFor = (texts: RecordTexts, count: number): Name[] => {
  const sorts = [
    [linesIn(texts.firstNames), linesIn(texts.lastNames)],
    [linesIn(texts.firstNamesOfWomen), linesIn(texts.lastNamesOfWomen)],
  ] as const;
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = sorts[index % 2 === 0 ? 0 : 1];
    const place = Math.floor(index / 2);
    // The lists are 12 and 13 long: together they come round after 156.
    const full = `${first[place % first.length]} ${last[place % last.length]}`;
    return { full, latin: latinOf(full) };
  });
};

/** The lines of a text. */
export const linesIn = (text: string): readonly string[] => text.split('\n');

/** An address that leads nowhere. */
export const addressed = ({ latin }: Name, number: number): string => `${latin}.${number + 1}@mail.test`;

/** A phone that rings nowhere. */
export const phoneOf = ({ phone }: RecordTexts, number: number): string => `${phone} ${1000 + number * 7}`;

/** Some of the choices, by their ids; undefined for none. */
export const someOf = (chance: Chance, choices: readonly { id: string }[]): string[] | undefined => {
  const some = choices.filter(() => chance.oneIn(3)).map(({ id }) => id);
  return some.length === 0 ? undefined : some;
};

/** A day, as items hold it. @param at ms since 1970 */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const latinOf = (text: string): string =>
  [...text.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replace(/[^a-z]+/g, '.');

const letters: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm' },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{ щ: 'sch', ы: 'y', ь: '', ъ: '', э: 'e', ю: 'yu', я: 'ya' },
};
