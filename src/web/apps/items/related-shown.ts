import type { ShownRelation } from '../../../../views/apps/item/related.tsx';
import { relatedTo } from '../../../apps/items/related.ts';
import { queryOf } from '../../../apps/list/query-of.ts';
import { newestFirst } from '../../../apps/list/question.ts';
import type { Asked } from '../../env.ts';
import type { AtItem } from './at-item.ts';

/** The items that an item is tied to, as far as the person sees them; where there are more than are named, with the list of them. */
export const relationsFor = async (c: Asked<AtItem>): Promise<ShownRelation[]> => {
  const { house, person, app, item } = c.var;
  const related = await relatedTo(house.db.read, person.id, app, item);
  return related.map((relation) => ({
    ...relation,
    list: relation.way === 'from' ? `/apps/${relation.app.id}?${queryFor(relation, item.id)}` : null,
  }));
};

/** The list of items that refer to this one by that field. */
const queryFor = ({ app, field }: Pick<ShownRelation, 'app' | 'field'>, id: string): string =>
  queryOf(app, {
    ...{ columns: null, sort: newestFirst, text: '', after: null, at: { now: 0, zone: 'UTC' } },
    filters: [{ field: field.n, is: 'any', of: [id] }],
  });
