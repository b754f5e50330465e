import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { counters, itemImports } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { appsSeenBy } from '../rights.ts';

/** What of an app's items and keys somebody sees at one moment, as conditions. Deleted items have no keys; in `items` they are left out beside it. */
export type Scope = {
  /** The person sees the app. */
  app: SQL;
  /** The item of this `seq` was there when the question was asked, and is not being imported. */
  item(seq: SQL): SQL;
};

/**
 * Whatever is asked within this scope sees no item that came later: neither does a file whose import begins while pages are walked show
 * up in them. Stretches of numbers are put in as such, since to look each item up in the imports costs more than all the rest.
 */
export const scopeFor = async (db: Reader, personId: string, appId: string): Promise<Scope> => {
  const [last] = await lastGiven(db);
  const hidden = await beingImported(db, { app: appId });
  return {
    app: sql`${appId} in ${appsSeenBy(db, personId)}`,
    // Behind a plus no index is chosen for it: which one serves is the order's to say.
    item: (seq) =>
      sql.join(
        [
          sql`+${seq} <= ${last?.value ?? 0}`,
          ...hidden.map(({ from, to }) => sql`(+${seq} < ${from} or +${seq} > ${to})`),
        ],
        sql` and `,
      ),
  };
};

const lastGiven = statement((db) =>
  db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'item')),
);

const beingImported = statement((db, p: Params<{ app: string }>) =>
  db
    .select({ from: itemImports.seqFrom, to: itemImports.seqTo })
    .from(itemImports)
    .where(and(eq(itemImports.appId, p('app')), isNotNull(itemImports.seqFrom))),
);
