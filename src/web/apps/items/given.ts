import type { App } from '../../../apps/app.ts';
import { valueInput } from '../../../apps/fields/shown/inputs.ts';
import type { Doc } from '../../../apps/fields/value.ts';
import { itemsByIds } from '../../../apps/items/read.ts';
import type { Asked, SignedIn } from '../../env.ts';

/**
 * What an address fills a new item's form in with: items that fields of the app refer to, as far as the person sees them. Nothing else
 * is taken from an address: whoever made it could put words into somebody's mouth.
 */
export const givenIn = async (c: Asked<SignedIn>, app: App): Promise<Doc> => {
  const wanted = app.fields.flatMap((field) => {
    if (!field.onForm || (field.kind !== 'reference' && field.kind !== 'references')) return [];
    const ids = (c.req.queries(valueInput(field)) ?? []).slice(0, most);
    return [{ field, ids: field.kind === 'reference' ? ids.slice(0, 1) : ids }];
  });
  const { house, person } = c.var;
  const seen = await itemsByIds(
    house.db.read,
    person.id,
    wanted.flatMap(({ ids }) => ids),
  );
  const filled = wanted.flatMap(({ field, ids }) => {
    const [first, ...more] = ids.filter((id) => seen.get(id)?.appId === field.options.app);
    if (first === undefined) return [];
    return [[String(field.n), field.kind === 'reference' ? first : [first, ...more]] as const];
  });
  return Object.fromEntries(filled);
};

const most = 20;
