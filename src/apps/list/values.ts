import { eq, sql } from 'drizzle-orm';
import { contains } from '../../db/contains.ts';
import type { Reader } from '../../db/doors.ts';
import { itemKeys } from '../../db/schema.ts';
import type { App } from '../app.ts';
import type { Field } from '../fields/field.ts';
import { sortKey } from '../fields/keys.ts';
import { mayInEach } from '../rights.ts';
import { scopeFor } from './scope.ts';

/** What stands in a field, by ids: `more` says that not all were told. */
export type Held = { ids: readonly string[]; more: boolean };

/**
 * Whom or what a field names in the items that somebody sees, of those whose name has the text in it. Nothing where they may not know
 * the names: those of items of an app that is not theirs.
 */
export const heldIn = async (db: Reader, personId: string, app: App, field: Field, text: string): Promise<Held> => {
  if (!(await knowsNames(db, personId, field))) return { ids: [], more: false };
  const scope = await scopeFor(db, personId, app.id);
  const rows = await db
    .selectDistinct({ ref: itemKeys.ref, key: itemKeys.key })
    .from(itemKeys)
    .where(
      sql`${eq(itemKeys.field, field.keysN)} and ${itemKeys.key} is not null and ${contains(itemKeys.key, sortKey(text))}
        and ${scope.app} and ${scope.item(sql`${itemKeys.item}`)}`,
    )
    .orderBy(itemKeys.key, itemKeys.ref)
    .limit(mostHeld + 1);
  const ids = [...new Set(rows.flatMap(({ ref }) => (ref === null ? [] : [ref])))];
  return { ids: ids.slice(0, mostHeld), more: rows.length > mostHeld };
};

/** Whether somebody may know what a field names: items of an app that they do not see stay unnamed. */
export const knowsNames = async (db: Reader, personId: string, field: Field): Promise<boolean> => {
  if (field.kind !== 'reference' && field.kind !== 'references') return true;
  return (await mayInEach(db, personId, [field.options.app])).has(field.options.app);
};

const mostHeld = 20;
