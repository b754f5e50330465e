import { and, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { users } from '../../db/schema.ts';
import type { NamedBy } from './lookups.ts';

/** Active people by id, e-mail or name. */
export const usersNamedBy = async (db: Reader, texts: readonly string[]): Promise<NamedBy> => {
  const keys = texts.map(searchKey);
  const rows = await db
    .select({ id: users.id, email: users.emailKey, name: users.nameKey })
    .from(users)
    .where(
      and(
        eq(users.active, true),
        or(inArray(users.id, [...texts]), inArray(users.emailKey, keys), inArray(users.nameKey, keys)),
      ),
    );
  return new Map(
    texts.flatMap((text) => {
      const key = searchKey(text);
      const one = rows.find(({ id, email }) => id === text || email === key);
      const named = one ? [one] : rows.filter(({ name }) => name === key);
      const [first] = named;
      return first ? [[text, named.length > 1 ? 'several' : first.id] as const] : [];
    }),
  );
};
