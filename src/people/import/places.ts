import type { Reader } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { groups, units } from '../../db/schema.ts';

/** Finds groups and units by what people call them, in any letters. */
export type Places = {
  groupOf(name: string): { id: string } | 'group-unknown';
  /**
   * The unit at a path from the top ("Head office / Sales"), or at the end of one where only one unit is called so;
   * 'unit-ambiguous' where several are.
   */
  unitOf(path: string): { id: string } | 'unit-unknown' | 'unit-ambiguous';
};

/** All groups and units, to look many names up in. */
export const allPlaces = async (db: Reader): Promise<Places> => {
  const known = await db.select({ id: groups.id, key: groups.nameKey }).from(groups);
  const groupIds = new Map(known.map(({ id, key }) => [key, id]));
  const { whole, ends } = await unitPathsByName(db);
  return {
    groupOf: (name) => {
      const id = groupIds.get(searchKey(name));
      return id === undefined ? 'group-unknown' : { id };
    },
    unitOf: (path) => {
      const key = pathKey(path);
      const found = whole.get(key) ?? ends.get(key) ?? [];
      const [id] = found;
      if (id === undefined) return 'unit-unknown';
      return found.length === 1 ? { id } : 'unit-ambiguous';
    },
  };
};

type Unit = { id: string; parentId: string | null; name: string };

/** Ids by the key of the path from the top, and by those of all its ends. */
const unitPathsByName = async (db: Reader) => {
  const all = await db.select({ id: units.id, parentId: units.parentId, name: units.name }).from(units);
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const whole = new Map<string, string[]>();
  const ends = new Map<string, string[]>();
  for (const unit of all) {
    const names = namesTo(byId, unit);
    add(whole, pathKey(names.join('/')), unit.id);
    for (let from = 1; from < names.length; from++) add(ends, pathKey(names.slice(from).join('/')), unit.id);
  }
  return { whole, ends };
};

const namesTo = (byId: ReadonlyMap<string, Unit>, unit: Unit): string[] => {
  const names: string[] = [];
  for (let at: Unit | undefined = unit; at; at = at.parentId === null ? undefined : byId.get(at.parentId))
    names.unshift(at.name);
  return names;
};

const add = (map: Map<string, string[]>, key: string, id: string): void => {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
};

/** A name that has a slash in it is found as well: it is read the same way on both sides. */
const pathKey = (path: string): string => path.split('/').map(searchKey).join('/');
