import { inArray } from 'drizzle-orm';
import type { Reader } from '../../db/doors.ts';
import { groups, units } from '../../db/schema.ts';
import type { Newcomer } from './shape.ts';

/** The names of the groups and units of some newcomers, by id. */
export const namesOf = async (db: Reader, newcomers: readonly Newcomer[]): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(
    [groups, units].map((table) => {
      const ids = newcomers.flatMap((one) => (table === groups ? one.groups : one.units));
      return db
        .select({ id: table.id, name: table.name })
        .from(table)
        .where(inArray(table.id, [...new Set(ids)]));
    }),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
};
