import { ItemPage } from '../../../../views/apps/item/item-page.tsx';
import { numberOf } from '../../../apps/fields/title.ts';
import { attachmentsOf } from '../../../apps/items/attachments.ts';
import { facesOf } from '../../../people/faces.ts';
import { conversationsOfItem } from '../../../records/conversations.ts';
import type { Asked } from '../../env.ts';
import { page } from '../../page.tsx';
import { namesLeadingOn } from './accounts.ts';
import type { AtItem } from './at-item.ts';
import { commentsFor, type TypedComment } from './comments-shown.ts';
import { historyFor } from './history-shown.ts';
import { relationsFor } from './related-shown.ts';

/** What the page of an item shows beyond the item. */
type Shown = {
  notice?: string | undefined;
  /** A comment that was refused. */
  comment?: TypedComment;
  /** Why the item cannot come back. */
  problem?: string;
};

/** The page of an item, as far as the person sees what it is tied to. */
export const showItem = async (
  c: Asked<AtItem>,
  { notice, comment, problem }: Shown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { house, person, app, item, may, words } = c.var;
  const { read } = house.db;
  const props = {
    ...{ app, item, may, words, problem },
    number: numberOf(app, item.number),
    people: await facesOf(read, [item.createdBy, item.updatedBy, item.deletedBy]),
    names: await namesLeadingOn(c, app, item.doc),
    files: await attachmentsOf(read, item),
    relations: await relationsFor(c),
    conversations: await conversationsOfItem(read, person.id, item),
    comments: await commentsFor(c, comment),
    history: await historyFor(c),
  };
  const shown = { title: item.title, section: 'apps' as const, styles: ['apps.css'], notice };
  return await page(c, { ...shown, children: <ItemPage {...props} /> }, status);
};
