import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { addApp, addItem, fieldNamed } from '../../src/apps/testing.ts';
import { openSqlite } from '../../src/db/open.sqlite.ts';
import { apps, lineRoles } from '../../src/db/schema.ts';
import { type Company, makeCompany } from './company.ts';

/** What journeys about items find there. */
export type CompanyWithItems = Company & { clients: string; orders: string };

/**
 * The company with "Clients" and "Orders", which refer to them: operators see, create and edit their items, supervisors see them. There is
 * one client, Mina Hughes.
 */
export const companyWithItems = async (): Promise<CompanyWithItems> => {
  const company = await makeCompany();
  const db = await openSqlite({ file: join(company.folder, 'lines.db') });
  const roles = await db.read.select().from(lineRoles);
  const those = (role: 'operator' | 'supervisor') => [roles.find((one) => one.role === role)?.groupId ?? ''];
  const may = { create: those('operator'), edit: those('operator'), see: those('supervisor') };
  const named = async (id: string, prefix: string, field: string) => {
    const titlePattern = `{number} · {f:${field}}`;
    await db.write((tx) =>
      tx.update(apps).set({ titlePattern, numberPrefix: prefix, numberDigits: 4 }).where(eq(apps.id, id)),
    );
  };
  const clients = await addApp(
    db,
    'Clients',
    [
      { kind: 'text', name: 'Name', required: true },
      { kind: 'phone', name: 'Phone', sole: true },
      { kind: 'long-text', name: 'Notes' },
    ],
    may,
  );
  await named(clients.id, 'C-', fieldNamed(clients, 'Name').id);
  const orders = await addApp(
    db,
    'Orders',
    [
      { kind: 'text', name: 'What', required: true },
      { kind: 'money', name: 'Price', options: { currency: 'RUB' } },
      { kind: 'date', name: 'Due' },
      { kind: 'reference', name: 'Client', options: { app: clients.id } },
      { kind: 'files', name: 'Papers' },
    ],
    may,
  );
  await named(orders.id, 'O-', fieldNamed(orders, 'What').id);
  await addItem(db, clients, { Name: 'Mina Hughes', Phone: '+44 20 7946 0001' });
  await db.close();
  return { ...company, clients: clients.id, orders: orders.id };
};
