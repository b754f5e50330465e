import type { Shown } from '../../../../views/admin/import/preview.tsx';
import type { Reader } from '../../../db/doors.ts';
import { namesOf } from '../../../people/import/names.ts';
import type { Newcomer } from '../../../people/import/shape.ts';

/** Newcomers with their groups and units by name. */
export const shownPeople = async (db: Reader, newcomers: readonly Newcomer[]): Promise<Shown[]> => {
  const names = await namesOf(db, newcomers);
  const called = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  return newcomers.map(({ name, email, groups, units }) => ({
    name,
    email,
    groups: called(groups),
    units: called(units),
  }));
};
