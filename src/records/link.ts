import type { App } from '../apps/app.ts';
import { numberOf } from '../apps/fields/title.ts';
import { putAccount, takeAccount } from '../apps/items/accounts.ts';
import type { By, Item } from '../apps/items/item.ts';
import { accountFieldOf, itemFor } from '../apps/items/read.ts';
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
  const field = accountFieldOf(app);
  const seen = await itemFor(tx, by.person, itemId);
  if (!field || seen?.app.id !== app.id) return { refused: 'item-gone' };
  const changed = await putAccount(tx, app, itemId, field.id, session.client.accountId, from(by));
  if (changed.kind === 'gone') return { refused: 'item-gone' };
  if (!('item' in changed)) return { refused: 'item-taken' };
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
  const seen = await itemFor(tx, by.person, itemId);
  if (seen?.app.id !== app.id) return { refused: 'item-gone' };
  let item: Item | undefined;
  for (const field of accountFieldsOf(app)) {
    const changed = await takeAccount(tx, app, itemId, field.id, session.client.accountId, from(by));
    // Nothing half done: if another field gave it away already, all of it is undone.
    if (!('item' in changed) && item) throw new Error('An account stays in one field of an item and left another.');
    if (changed.kind === 'gone') return { refused: 'item-gone' };
    if (!('item' in changed)) return { refused: 'item-taken' };
    if (changed.kind === 'changed') item = changed.item;
  }
  if (!item) return { item: candidate(app, seen.item), message: null };
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

const from = ({ person, session, at }: ByInSession): By => ({ actor: person, at, session });

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
