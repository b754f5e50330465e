import { eq } from 'drizzle-orm';
import type { App, AppMay } from '../apps/app.ts';
import type { Reader, Tx } from '../db/doors.ts';
import { accounts, conversations } from '../db/schema.ts';
import { findFor } from '../sessions/find.ts';
import { isRefusal } from '../sessions/refusal.ts';
import type { SessionRow } from '../sessions/shapes.ts';
import { appsOfLine, type LineApps } from './line-apps.ts';
import { clientsItems, type Linked } from './of-session.ts';
import type { RecordRefusal } from './refusal.ts';

/** A session found through whoever wants to do something with its client's items, and all that this hangs on. */
export type AtSession = { session: SessionRow; apps: LineApps; linked: Linked; mayOf(app: App): AppMay };

/** Finds a session through the person. */
export const atSession = async (
  db: Reader,
  personId: string,
  sessionId: string,
): Promise<AtSession | RecordRefusal> => {
  const found = await findFor(db, personId, sessionId);
  if (isRefusal(found)) return { refused: 'session', why: found };
  const { session } = found;
  const apps = await appsOfLine(db, session.line.id);
  return { session, apps, ...(await clientsItems(db, personId, session, apps)) };
};

/**
 * The same for who is about to change something: until the unit of work ends nobody else links or unlinks the account, or creates from the
 * same chat, so that of two who do it at once the second finds what the first has done.
 */
export const holdSession = async (tx: Tx, personId: string, sessionId: string): Promise<AtSession | RecordRefusal> => {
  const found = await findFor(tx, personId, sessionId);
  if (isRefusal(found)) return { refused: 'session', why: found };
  const { client, conversationId } = found.session;
  // In one order, and apps after them: who holds several never waits for who waits for them.
  await tx.update(accounts).set({ id: client.accountId }).where(eq(accounts.id, client.accountId));
  await tx.update(conversations).set({ id: conversationId }).where(eq(conversations.id, conversationId));
  return await atSession(tx, personId, sessionId);
};
