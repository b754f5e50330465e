import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { accounts, apps, files, items, users } from '../../db/schema.ts';
import { arrived } from '../items/scope.ts';
import { appsSeenBy } from '../rights.ts';
import type { Field } from './field.ts';
import { numberOf } from './title.ts';
import { type Doc, type Value, valueIn } from './value.ts';

/**
 * What something is called that a value names by its id. `gone`: it was deleted, deactivated or retired, and stays only where it is held.
 * `href`: its page, where the viewer has one; for accounts nobody here knows that. `code`: what tells it from others of its name, for files: an e-mail, a number, an id.
 */
export type Named = { name: string; gone: boolean; href?: string | null; code?: string };

/** What the ids in values are called. What nobody knows any more has the name '' and is gone. */
export type Names = { nameOf(field: Field, id: string): Named };

/**
 * The names of all that these documents name, with one query a kind.
 *
 * @param viewer who looks: titles of items that they may not see are not told, only the app and the number. Null: all names, for what
 *   is found by (keys, words, titles)
 */
export const namesFor = async (
  db: Reader,
  fields: readonly Field[],
  docs: readonly Doc[],
  viewer: string | null,
): Promise<Names> => {
  const ids = idsIn(fields, docs);
  const [byUser, byItem, byAccount, byFile] = [
    await usersNamed(db, ids.user),
    await itemsNamed(db, ids.item, viewer),
    await accountsNamed(db, ids.account),
    await filesNamed(db, ids.file),
  ];
  const known = { user: byUser, item: byItem, account: byAccount, file: byFile };
  return { nameOf: (field, id) => choiceNamed(field, id) ?? known[subjectOf(field) ?? 'item'].get(id) ?? nobody };
};

/** The names of choices alone, where nothing else is named or known. */
export const choiceNames: Names = { nameOf: (field, id) => choiceNamed(field, id) ?? nobody };

const nobody: Named = { name: '', gone: true, href: null };

type Subject = 'user' | 'item' | 'account' | 'file';

const subjectOf = ({ kind }: Field): Subject | undefined => {
  if (kind === 'user' || kind === 'account') return kind;
  if (kind === 'reference' || kind === 'references') return 'item';
  return kind === 'files' ? 'file' : undefined;
};

const choiceNamed = (field: Field, id: string): Named | undefined => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return undefined;
  const choice = field.options.choices.find((one) => one.id === id);
  return choice && { name: choice.name, gone: choice.retired };
};

const idsIn = (fields: readonly Field[], docs: readonly Doc[]): Record<Subject, string[]> => {
  const of = (subject: Subject): string[] => {
    const named = fields.filter((field) => subjectOf(field) === subject);
    return [...new Set(named.flatMap((field) => docs.flatMap((doc) => idsOf(valueIn(doc, field)))))];
  };
  return { user: of('user'), item: of('item'), account: of('account'), file: of('file') };
};

const idsOf = (value: Value | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : [];
};

type Found = ReadonlyMap<string, Named>;

const usersNamed = (db: Reader, ids: readonly string[]): Promise<Found> =>
  gather(ids, async (some) => {
    const rows = await db
      .select({ id: users.id, name: users.name, email: users.email, active: users.active })
      .from(users)
      .where(inArray(users.id, some));
    return rows.map(({ id, name, email, active }) => [id, { name, gone: !active, href: null, code: email }]);
  });

const itemsNamed = (db: Reader, ids: readonly string[], viewer: string | null): Promise<Found> =>
  gather(ids, async (some) => {
    const rows = await db
      .select({
        ...{ id: items.id, title: items.title, number: items.number, deletedAt: items.deletedAt },
        ...{ app: apps.name, numberPrefix: apps.numberPrefix, numberDigits: apps.numberDigits },
        told: viewer === null ? sql`1` : sql`(${and(inArray(items.appId, appsSeenBy(db, viewer)), arrived(db))})`,
      })
      .from(items)
      .innerJoin(apps, eq(apps.id, items.appId))
      .where(inArray(items.id, some));
    return rows.map((row): [string, Named] => {
      const number = numberOf(row, row.number);
      const gone = row.deletedAt !== null;
      if (!row.told) return [row.id, { name: `${row.app} ${number}`, gone, href: null, code: number }];
      return [row.id, { name: row.title, gone, href: gone ? null : `/items/${row.id}`, code: number }];
    });
  });

const accountsNamed = (db: Reader, ids: readonly string[]): Promise<Found> =>
  gather(ids, async (some) => {
    const rows = await db
      .select({ id: accounts.id, name: accounts.name, user: users.name })
      .from(accounts)
      .leftJoin(users, eq(users.id, accounts.userId))
      .where(inArray(accounts.id, some));
    return rows.map(({ id, name, user }) => [id, { name: user ?? name, gone: false, href: null, code: id }]);
  });

const filesNamed = (db: Reader, ids: readonly string[]): Promise<Found> =>
  gather(ids, async (some) => {
    const rows = await db.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, some));
    return rows.map(({ id, name }) => [id, { name, gone: false, href: `/files/${id}`, code: id }]);
  });

/** A statement takes a limited number of parameters. */
const gather = async (
  ids: readonly string[],
  ask: (some: string[]) => Promise<(readonly [string, Named])[]>,
): Promise<Found> => {
  const found = new Map<string, Named>();
  for (let from = 0; from < ids.length; from += 500)
    for (const [id, named] of await ask(ids.slice(from, from + 500))) found.set(id, named);
  return found;
};
