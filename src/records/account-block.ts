import type { App, AppMay } from '../apps/app.ts';
import type { Field } from '../apps/fields/field.ts';
import { namesFor } from '../apps/fields/names.ts';
import { numberOf } from '../apps/fields/title.ts';
import { valueIn } from '../apps/fields/value.ts';
import type { Item } from '../apps/items/item.ts';
import type { Reader } from '../db/doors.ts';
import type { SessionRow } from '../sessions/shapes.ts';
import { mayCreate, mayLink } from './policy.ts';
import type { AccountBlock, AppMark, LinkedItem } from './shapes.ts';

/** What the block "Account" shows to somebody; null where there is none: in the built-in chat, or on a line without an app for it. */
export const accountBlock = async (
  db: Reader,
  personId: string,
  app: App,
  items: readonly Item[],
  may: AppMay,
): Promise<AccountBlock> => {
  const worth = keyFields(app);
  const docs = may.see ? items.map(({ doc }) => doc) : [];
  return {
    app: markOf(app),
    items: items.map((item) => linkedItem(app, item, may, worth)),
    names: await namesFor(db, worth, docs, personId),
    may: {
      link: items.length === 0 && mayLink(may),
      create: items.length === 0 && mayCreate(may),
      unlink: mayLink(may),
    },
  };
};

/** Whether a session's client came through a messenger: whoever writes in the built-in chat is known by name and needs no link. */
export const isFromOutside = ({ client }: Pick<SessionRow, 'client'>): boolean => client.channel !== 'chat';

/** An app as it is shown beside a conversation. */
export const markOf = ({ id, name, icon }: App): AppMark => ({ id, name, icon });

const linkedItem = (app: App, item: Item, may: AppMay, worth: readonly Field[]): LinkedItem => ({
  id: item.id,
  number: numberOf(app, item.number),
  title: may.see ? item.title : null,
  values: may.see
    ? worth.flatMap((field) => {
        const value = valueIn(item.doc, field);
        return value === undefined ? [] : [{ field, value }];
      })
    : [],
});

/** What lists show of an item tells most of it; its title is there already, and its accounts stand above. */
const keyFields = (app: App): Field[] =>
  app.fields
    .filter(
      ({ id, kind, inList }) => inList && kind !== 'account' && kind !== 'files' && !app.titlePattern.includes(id),
    )
    .slice(0, 4);
