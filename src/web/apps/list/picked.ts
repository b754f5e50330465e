import type { App } from '../../../apps/app.ts';
import { cleanLine } from '../../../apps/fields/clean.ts';
import { type Names, namesFor } from '../../../apps/fields/names.ts';
import { isPicked } from '../../../apps/fields/shown/inputs.ts';
import type { Looked } from '../../../apps/list/panel.ts';
import type { Question } from '../../../apps/list/question.ts';
import { heldIn, knowsNames } from '../../../apps/list/values.ts';
import type { Reader } from '../../../db/doors.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { nameable } from '../items/fields.tsx';

/** What whoever looks may know of the names of people, items and accounts that filters name, and of what was looked for. */
export const pickedNames = async (
  c: Asked<SignedIn>,
  app: App,
  { filters }: Pick<Question, 'filters'>,
  looked: ReadonlyMap<number, Looked> = new Map(),
): Promise<Names> => {
  const { house, person } = c.var;
  const asked = filters.flatMap((filter) => (filter.is === 'any' ? [[String(filter.field), filter.of] as const] : []));
  // Anybody can write an id into an address; what was looked for stands in items that they see.
  const named = await nameable(c, app, Object.fromEntries(asked), {});
  const found = [...looked].map(([n, { found: ids }]) => ({ [n]: ids ?? [] }));
  return namesFor(house.db.read, app.fields, [named, ...found], person.id);
};

/** What was looked for in each field whose values are picked: an address carries it as `find.f12`. */
export const lookedFor = async (
  db: Reader,
  app: App,
  viewer: string,
  query: URLSearchParams,
): Promise<ReadonlyMap<number, Looked>> => {
  const looked = new Map<number, Looked>();
  for (const field of app.fields) {
    if (!isPicked(field.kind)) continue;
    const text = cleanLine(query.get(`find.f${field.n}`) ?? '')
      .slice(0, 100)
      .toWellFormed();
    const pressed = query.get('find') === `f${field.n}`;
    const seen = await knowsNames(db, viewer, field);
    const held = seen && (text !== '' || pressed) ? await heldIn(db, viewer, app, field, text) : undefined;
    looked.set(field.n, { text, found: held?.ids ?? null, more: held?.more ?? false, seen });
  }
  return looked;
};
