import type { App, AppMay } from '../apps/app.ts';
import type { Item } from '../apps/items/item.ts';
import { mayInEach } from '../apps/rights.ts';
import type { Reader } from '../db/doors.ts';
import type { SessionRow } from '../sessions/shapes.ts';
import { accountBlock, isFromOutside, markOf } from './account-block.ts';
import { itemsWith } from './holding.ts';
import { appsOfLine, type LineApps } from './line-apps.ts';
import { mayCreate, nothing } from './policy.ts';
import type { CreateMenu, SessionRecords } from './shapes.ts';

/** A session as the desk shows it, as far as it is about its client. */
export type OfClient = Pick<SessionRow, 'line' | 'client'>;

/** What stands of items beside a session that the person sees: the block "Account" and the menu "Create". */
export const recordsOf = async (db: Reader, personId: string, session: OfClient): Promise<SessionRecords> => {
  const apps = await appsOfLine(db, session.line.id);
  if (!apps.link && apps.created.length === 0) return none;
  const { linked, mayOf } = await clientsItems(db, personId, session, apps);
  const account = linked && (await accountBlock(db, personId, linked.app, linked.items, mayOf(linked.app)));
  return {
    account,
    create: createMenu(session, apps, linked, mayOf),
    follows: [session.client.accountId, ...(linked && mayOf(linked.app).see ? linked.items.map(({ id }) => id) : [])],
  };
};

/** The items of a client who writes from outside, in the line's app for account link; null where no link is needed, or none can be. */
export type Linked = { app: App; items: readonly Item[] } | null;

/** Which items are the client's, and what the person may do in the apps of the line. */
export const clientsItems = async (
  db: Reader,
  personId: string,
  session: OfClient,
  { link, created }: LineApps,
): Promise<{ linked: Linked; mayOf(app: App): AppMay }> => {
  const may = await mayInEach(
    db,
    personId,
    [...created, ...(link ? [link] : [])].map(({ id }) => id),
  );
  const outside = link !== null && isFromOutside(session);
  const linked = outside ? { app: link, items: await itemsWith(db, link, session.client.accountId) } : null;
  return { linked, mayOf: ({ id }) => may.get(id) ?? nothing };
};

const createMenu = (
  session: OfClient,
  { created }: LineApps,
  linked: Linked,
  mayOf: (app: App) => AppMay,
): CreateMenu | null => {
  const apps = created.filter((app) => mayCreate(mayOf(app))).map(markOf);
  return apps.length === 0 ? null : { apps, why: whyNotCreate(session, linked) };
};

/** What keeps items from being created for the client yet; null for nothing. */
export const whyNotCreate = (session: OfClient, linked: Linked): CreateMenu['why'] => {
  if (!isFromOutside(session)) return null;
  if (!linked) return 'no-link-app';
  return linked.items.length === 0 ? 'not-linked' : null;
};

const none: SessionRecords = { account: null, create: null, follows: [] };
