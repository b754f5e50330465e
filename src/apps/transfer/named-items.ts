import { and, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { itemsWithWords } from '../../db/item-search.ts';
import { searchKey } from '../../db/key.ts';
import { items } from '../../db/schema.ts';
import type { App } from '../app.ts';
import { itemsSeenBy } from '../items/scope.ts';
import type { NamedBy } from './lookups.ts';

/** Items of an app that the viewer sees, by id, by number as it is written or said, or by title. */
export const itemsNamedBy = async (
  db: Reader,
  viewer: string,
  app: App,
  texts: readonly string[],
): Promise<NamedBy> => {
  const found = await byNumber(db, viewer, app, texts);
  for (const text of texts) {
    if (found.has(text)) continue;
    const [first, ...more] = await byTitle(db, viewer, app, text);
    if (first !== undefined) found.set(text, more.length > 0 ? 'several' : first);
  }
  return found;
};

const byNumber = async (
  db: Reader,
  viewer: string,
  app: App,
  texts: readonly string[],
): Promise<Map<string, string>> => {
  const numbers = new Map(texts.map((text) => [text, numberIn(app, text)] as const));
  const told = [...new Set(numbers.values())].filter((number) => number !== undefined);
  const rows = await db
    .select({ id: items.id, number: items.number })
    .from(items)
    .where(
      and(
        eq(items.appId, app.id),
        or(inArray(items.id, [...texts]), inArray(items.number, told)),
        itemsSeenBy(db, viewer),
      ),
    );
  return new Map(
    texts.flatMap((text) => {
      const one = rows.find(({ id }) => id === text) ?? rows.find(({ number }) => number === numbers.get(text));
      return one ? [[text, one.id] as const] : [];
    }),
  );
};

/** "C-0012", "c-12" and "12" are one number. */
const numberIn = ({ numberPrefix }: App, text: string): number | undefined => {
  const [key, prefix] = [searchKey(text), searchKey(numberPrefix)];
  const digits = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  return /^\s*\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

/** No index has titles: those that have all of its words are looked at. Words that every title of the app has are not among theirs. */
const byTitle = async (db: Reader, viewer: string, app: App, text: string): Promise<string[]> => {
  const common = new Set(wordsOf(app.titlePattern.replace(/\{[^}]*\}/g, ' ')));
  const words = wordsOf(text).filter((word) => !common.has(word));
  const some = itemsWithWords(db, app.id, words.join(' '));
  if (!some) return [];
  const rows = await db
    .select({ id: items.id, title: items.title })
    .from(items)
    .where(and(inArray(items.seq, some), eq(items.appId, app.id), itemsSeenBy(db, viewer)))
    .limit(mostAlike);
  return rows.filter(({ title }) => searchKey(title) === searchKey(text)).map(({ id }) => id);
};

const mostAlike = 200;

const wordsOf = (text: string): string[] => searchKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
