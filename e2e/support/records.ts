import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { addApp, addItem, fieldNamed } from '../../src/apps/testing.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { apps, lineRoles } from '../../src/db/schema.ts';
import { bind } from '../../src/records/testing.ts';
import { type Company, makeCompany } from './company.ts';

/** What journeys beside a conversation find there: Mina Hughes has the phone that Mina will write from. */
export const recordNames = {
  clients: 'Clients',
  complaints: 'Complaints',
  requests: 'Requests',
  known: 'Mina Hughes',
} as const;

/**
 * The company with "Clients", which operators see and create, as the app for account link of its lines; with "Complaints", which hold
 * accounts, and "Requests", which only refer to a client. Vera, who supervises, sees none of them.
 */
export const companyWithRecords = async (): Promise<Company> => {
  const company = await makeCompany();
  const db = await openSqlite({ file: join(company.folder, 'lines.db') });
  const [role] = await db.read.select().from(lineRoles).where(eq(lineRoles.role, 'operator'));
  const may = { create: [role?.groupId ?? ''] };
  const bare = await addApp(
    db,
    recordNames.clients,
    [
      { kind: 'text', name: 'Name', required: true },
      { kind: 'phone', name: 'Phone' },
      { kind: 'email', name: 'E-mail' },
      { kind: 'choice', name: 'City', options: { choices: [{ id: 'rj', name: 'Riga', retired: false }] } },
      { kind: 'account', name: 'Accounts' },
    ],
    may,
  );
  const titlePattern = `{f:${fieldNamed(bare, 'Name').id}}`;
  await db.write((tx) =>
    tx.update(apps).set({ titlePattern, numberPrefix: 'CL-', icon: 'contact-round' }).where(eq(apps.id, bare.id)),
  );
  const clients = { ...bare, titlePattern };
  const complaints = await addApp(
    db,
    recordNames.complaints,
    [
      { kind: 'text', name: 'Subject', required: true },
      { kind: 'long-text', name: 'What happened' },
      { kind: 'account', name: 'Account' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
    ],
    may,
  );
  const subject = `{f:${fieldNamed(complaints, 'Subject').id}}`;
  await db.write((tx) =>
    tx
      .update(apps)
      .set({ titlePattern: subject, numberPrefix: 'C-', numberDigits: 4, icon: 'triangle-alert' })
      .where(eq(apps.id, complaints.id)),
  );
  const requests = await addApp(
    db,
    recordNames.requests,
    [
      { kind: 'text', name: 'Subject', required: true },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
    ],
    may,
  );
  for (const line of Object.values(company.lines))
    await bind(db, line, { link: clients, created: [complaints, requests] });
  await addItem(db, clients, { Name: recordNames.known, Phone: '+44 20 7946 0001', City: 'rj' });
  await addItem(db, clients, { Name: 'Noel Barnes', 'E-mail': 'noel@example.com' });
  await db.close();
  return company;
};
