import type { App } from '../../../apps/app.ts';
import { type Names, namesFor } from '../../../apps/fields/names.ts';
import { isPicked } from '../../../apps/fields/shown/inputs.ts';
import type { Looked } from '../../../apps/list/panel.ts';
import type { Question } from '../../../apps/list/question.ts';
import { heldIn, knowsNames } from '../../../apps/list/values.ts';
import type { Reader } from '../../../db/doors.ts';

/** What whoever looks may know of the names of people, items and accounts that filters name, and of what was looked for. */
export const pickedNames = (
  db: Reader,
  app: App,
  { filters }: Pick<Question, 'filters'>,
  viewer: string,
  looked: ReadonlyMap<number, Looked> = new Map(),
): Promise<Names> => {
  const ids = new Map<number, readonly string[]>();
  for (const filter of filters) if (filter.is === 'any') ids.set(filter.field, filter.of);
  for (const [n, { found }] of looked) if (found) ids.set(n, [...(ids.get(n) ?? []), ...found]);
  const docs = [...ids].map(([n, values]) => ({ [n]: values }));
  return namesFor(
    db,
    app.fields.filter(({ n }) => ids.has(n)),
    docs,
    viewer,
  );
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
    const text = (query.get(`find.f${field.n}`) ?? '').trim().slice(0, 100);
    const pressed = query.get('find') === `f${field.n}`;
    const seen = await knowsNames(db, viewer, field);
    const held = seen && (text !== '' || pressed) ? await heldIn(db, viewer, app, field, text) : undefined;
    looked.set(field.n, { text, found: held?.ids ?? null, more: held?.more ?? false, seen });
  }
  return looked;
};
