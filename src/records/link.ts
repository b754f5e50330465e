import type { App } from '../apps/app.ts';
import type { FieldOf } from '../apps/fields/field.ts';
import { numberOf } from '../apps/fields/title.ts';
import { valueIn } from '../apps/fields/value.ts';
import { changeItem } from '../apps/items/change.ts';
import { lockApp } from '../apps/items/definition.ts';
import type { Changed, Item } from '../apps/items/item.ts';
import { itemFor } from '../apps/items/read.ts';
import type { Tx } from '../db/doors.ts';
import type { ItemEvent } from '../sessions/event.ts';
import { tellOfItem } from '../sessions/tell.ts';
import { isFromOutside } from './account-block.ts';
import { type AtSession, holdSession } from './at-session.ts';
import { accountFieldsOf } from './holding.ts';
import { mayLink } from './policy.ts';
import type { RecordDone, RecordRefusal } from './refusal.ts';
import { linkedAlready } from './who-linked.ts';

/** Who does it in which session, and when (ms since 1970, UTC). */
export type ByInSession = { person: string; session: string; at: number };

/**
 * Links the client's account to an item that is there, if nobody linked it to another one since.
 *
 * @param appId the app for account link, as the form showed it
 */
export const linkAccount = async (
  tx: Tx,
  { appId, itemId }: { appId: string; itemId: string },
  by: ByInSession,
): Promise<RecordDone | RecordRefusal> => {
  const at = await linkable(tx, appId, by);
  if ('refused' in at) return at;
  const { app, items, session } = at;
  const same = items.find(({ id }) => id === itemId);
  if (same) return { item: candidate(app, same), message: null };
  if (items.length > 0) return await linkedAlready(tx, app, items, session.client.accountId);
  // Held before it is read: so it is changed as it is.
  const [field] = accountFieldsOf(app).filter(({ onForm }) => onForm);
  const held = field && (await lockApp(tx, app.id));
  const found = held && (await itemFor(tx, by.person, itemId));
  if (!found || found.item.deletedAt !== null || found.app.id !== app.id) return { refused: 'item-gone' };
  const accounts = [...idsIn(found.item, field), session.client.accountId];
  const changed = await put(tx, found.item, field, accounts, at, by);
  if (!('item' in changed) || changed.kind === 'conflict') return { refused: 'item-taken' };
  return await told(tx, 'account-linked', app, changed.item, at, by);
};

/** Takes the client's account out of an item, from every field that holds it. The item stays. */
export const unlinkAccount = async (
  tx: Tx,
  { appId, itemId }: { appId: string; itemId: string },
  by: ByInSession,
): Promise<RecordDone | RecordRefusal> => {
  const at = await linkable(tx, appId, by);
  if ('refused' in at) return at;
  const { app, session } = at;
  const held = await lockApp(tx, app.id);
  const found = held && (await itemFor(tx, by.person, itemId));
  if (!found || found.app.id !== app.id) return { refused: 'item-gone' };
  let { item } = found;
  const holding = accountFieldsOf(app).filter((field) => idsIn(item, field).includes(session.client.accountId));
  if (holding.length === 0) return { item: candidate(app, item), message: null };
  for (const field of holding) {
    const left = idsIn(item, field).filter((id) => id !== session.client.accountId);
    const changed = await put(tx, item, field, left, at, by);
    if (!('item' in changed) || changed.kind === 'conflict') return { refused: 'item-taken' };
    item = changed.item;
  }
  return await told(tx, 'account-unlinked', app, item, at, by);
};

type Linkable = AtSession & { app: App; items: readonly Item[] };

const linkable = async (tx: Tx, appId: string, by: ByInSession): Promise<Linkable | RecordRefusal> => {
  const at = await holdSession(tx, by.person, by.session);
  if ('refused' in at) return at;
  if (!isFromOutside(at.session)) return { refused: 'outside' };
  if (at.linked?.app.id !== appId) return { refused: 'other-app' };
  const { app, items } = at.linked;
  return mayLink(at.mayOf(app)) ? { ...at, app, items } : { refused: 'right', app: app.name };
};

const put = (
  tx: Tx,
  item: Item,
  field: FieldOf<'account'>,
  accounts: readonly string[],
  { session }: AtSession,
  { person, at }: ByInSession,
): Promise<Changed> => {
  const n = String(field.n);
  const { [n]: _, ...others } = item.doc;
  const doc = accounts.length > 0 ? { ...others, [n]: accounts } : others;
  const by = { actor: person, at, session: session.id, accounts: [session.client.accountId] };
  return changeItem(
    tx,
    { id: item.appId },
    item.id,
    { base: item.version, shown: item.doc, doc, fields: [field.id] },
    by,
  );
};

/** Tells in the conversation what was done with an item. */
export const told = async (
  tx: Tx,
  type: ItemEvent['type'],
  app: App,
  item: Pick<Item, 'id' | 'number' | 'title'>,
  { session }: AtSession,
  { person, at }: ByInSession,
): Promise<RecordDone> => {
  const event = { type, app: app.id, item: item.id, number: item.number };
  const { message } = await tellOfItem(tx, session.conversationId, event, { actor: person, at });
  return { item: candidate(app, item), message };
};

/** An item as it is named to whoever sees its app. */
export const candidate = (app: App, { id, number, title }: Pick<Item, 'id' | 'number' | 'title'>) => ({
  id,
  number: numberOf(app, number),
  title,
});

const idsIn = (item: Item, field: FieldOf<'account'>): readonly string[] => {
  const held = valueIn(item.doc, field);
  return typeof held === 'object' ? held : [];
};
