import type { Tx } from '../../db/doors.ts';
import type { App } from '../app.ts';
import { type Doc, valueIn } from '../fields/value.ts';
import type { By, ItemRef } from './item.ts';

/** Tells the screens that an item is another one now, and of each account that came into it or left it. */
export const tell = async (tx: Tx, app: App, item: ItemRef, before: Doc, after: Doc, by: By): Promise<void> => {
  if (!by.import) await tx.record({ kind: 'item', ids: { app: app.id, item: item.id } });
  const [had, has] = [accountsIn(app, before), accountsIn(app, after)];
  const told = (account: string) => ({ kind: 'account', ids: { account, app: app.id, item: item.id } }) as const;
  const where = { app: app.id, item: item.id };
  for (const object of [...has].filter((id) => !had.has(id)))
    await tx.record(told(object), { actor: by.actor, action: 'account.linked', object, after: where });
  for (const object of [...had].filter((id) => !has.has(id)))
    await tx.record(told(object), { actor: by.actor, action: 'account.unlinked', object, before: where });
};

/** The accounts that an item holds, in whichever fields. */
const accountsIn = (app: App, doc: Doc): ReadonlySet<string> =>
  new Set(
    app.fields
      .filter(({ kind }) => kind === 'account')
      .flatMap((field) => {
        const value = valueIn(doc, field);
        return Array.isArray(value) ? value : [];
      }),
  );
