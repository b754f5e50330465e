import { eq } from 'drizzle-orm';
import type { App } from '../apps/app.ts';
import { addApp, fieldNamed } from '../apps/testing.ts';
import type { Db } from '../db/doors.ts';
import { apps, conversations, lineCreatedApps, lines } from '../db/schema.ts';
import { newId } from '../id.ts';
import { addChannel, type Company, makeCompany } from '../lines/testing.ts';
import { assign } from '../sessions/assign.ts';
import { receiveFromAccount } from '../sessions/outside.ts';
import { receive } from '../sessions/receive.ts';
import { isRefusal } from '../sessions/refusal.ts';

/** Sets which apps a line uses. */
export const bind = (
  db: Db,
  lineId: string,
  { link, created }: { link: App | null; created: readonly App[] },
): Promise<void> =>
  db.write(async (tx) => {
    await tx
      .update(lines)
      .set({ linkAppId: link?.id ?? null })
      .where(eq(lines.id, lineId));
    await tx.delete(lineCreatedApps).where(eq(lineCreatedApps.lineId, lineId));
    for (const { id } of created) await tx.insert(lineCreatedApps).values({ lineId, appId: id });
  });

/**
 * The demo's company with "Clients", linked on "Customers", and "Complaints" and "Requests", created there and in "IT support": the
 * first holds accounts and refers to clients, the second only refers. Operators see and create all of them; supervisors see nothing.
 * Zoe writes to "Customers" from outside, and Anna has her session.
 */
export const makeRecords = async (db: Db) => await addRecords(db, await makeCompany(db));

/** The same beside a company that is there. */
export const addRecords = async (db: Db, company: Company) => {
  const { operators } = company.groups;
  const may = { create: [operators] };
  const bare = await addApp(
    db,
    'Clients',
    [
      { kind: 'text', name: 'Name' },
      { kind: 'phone', name: 'Phone' },
      { kind: 'email', name: 'E-mail' },
      { kind: 'account', name: 'Accounts' },
    ],
    may,
  );
  const titlePattern = `{number} · {f:${fieldNamed(bare, 'Name').id}}`;
  await db.write((tx) => tx.update(apps).set({ titlePattern }).where(eq(apps.id, bare.id)));
  const clients = { ...bare, titlePattern };
  const complaints = await addApp(
    db,
    'Complaints',
    [
      { kind: 'text', name: 'Subject', required: true },
      { kind: 'long-text', name: 'Story' },
      { kind: 'account', name: 'Account' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
    ],
    may,
  );
  const requests = await addApp(
    db,
    'Requests',
    [
      { kind: 'text', name: 'Subject', required: true },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
    ],
    may,
  );
  const used = { link: clients, created: [complaints, requests] };
  for (const line of Object.values(company.lines)) await bind(db, line, used);
  const channel = await addChannel(db, company.lines.customers);
  const zoe = await writeFrom(db, { channel, externalId: '77', name: 'Zoe' });
  await take(db, company.anna, zoe.session);
  return { ...company, clients, complaints, requests, channel, zoe };
};

/** Somebody writes through a channel; answers the session, the conversation and the account. */
export const writeFrom = async (
  db: Db,
  { channel, ...who }: { channel: string; externalId: string; name: string; phone?: string; email?: string },
) => {
  const message = { id: newId(), text: 'Hello', files: [] };
  const received = await db.write((tx) => receiveFromAccount(tx, { channelId: channel, ...who }, message, Date.now()));
  if (isRefusal(received)) throw new Error(received.refused);
  return await placed(db, received);
};

/** An employee writes in the built-in chat. */
export const writeInside = async (db: Db, personId: string, lineId: string) => {
  const message = { id: newId(), text: 'Hello', files: [] };
  const received = await db.write((tx) => receive(tx, { id: personId, name: 'Pavel' }, lineId, message, Date.now()));
  if (isRefusal(received)) throw new Error(received.refused);
  return await placed(db, received);
};

const placed = async (db: Db, { sessionId, conversationId }: { sessionId: string; conversationId: string }) => {
  const [row] = await db.read
    .select({ account: conversations.accountId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return { session: sessionId, conversation: conversationId, account: row?.account ?? '' };
};

/** Gives somebody a session that waits. */
export const take = async (db: Db, personId: string, sessionId: string): Promise<void> => {
  const done = await db.write((tx) => assign(tx, personId, sessionId, personId, null, Date.now()));
  if (isRefusal(done)) throw new Error(done.refused);
};
