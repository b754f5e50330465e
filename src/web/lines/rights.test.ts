import { asc, eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { facts, sessions } from '../../db/schema.ts';
import { newId } from '../../id.ts';
import { addGroup } from '../../lines/testing.ts';
import { takeNext } from '../../sessions/assign.ts';
import { receive } from '../../sessions/receive.ts';
import { linesOpen, standsIn } from './testing.ts';

vi.mock('../assets.ts', () => ({ asset: (name: string) => `/assets/${name}`, hasAsset: () => false }));

/** Pavel has written to IT support, and Anna has taken it. */
const taken = async () => {
  const open = await linesOpen();
  const { db, company } = open;
  const message = { id: newId(), text: 'The printer is on fire', files: [] };
  const pavel = { id: company.pavel, name: 'Pavel' };
  await db.write((tx) => receive(tx, pavel, company.lines.support, message, Date.now()));
  await db.write((tx) => takeNext(tx, company.anna, Date.now()));
  const session = async () => {
    const [row] = await db.read.select().from(sessions).where(eq(sessions.lineId, company.lines.support));
    return { state: row?.state, owner: row?.ownerId, reason: row?.closeReason };
  };
  expect(await session()).toEqual({ state: 'active', owner: company.anna, reason: null });
  return { ...open, session };
};

const factsAfter = async (db: Awaited<ReturnType<typeof linesOpen>>['db'], seq: number) =>
  (await db.read.select().from(facts).orderBy(asc(facts.seq)))
    .filter((fact) => fact.seq > seq)
    .map((fact) => fact.kind);

test('whoever loses the line by a change of its groups loses its sessions in the same change', async () => {
  const { db, company, as, session } = await taken();
  const others = await addGroup(db, 'Others', [company.boris]);
  const path = `/lines/${company.lines.support}/settings`;
  const form = standsIn((await as(company.admin).get(path)).html);
  const before = db.facts.cursor();
  expect((await as(company.admin).post(path, { ...form, operatorGroups: [others] })).status).toBe(303);
  expect(await session()).toEqual({ state: 'unassigned', owner: null, reason: null });
  expect(await factsAfter(db, before)).toEqual(expect.arrayContaining(['line', 'rights', 'session']));
});

test('whoever still operates the line through another group keeps the session', async () => {
  const { db, company, as, session } = await taken();
  const second = await addGroup(db, 'Second', [company.anna]);
  const path = `/lines/${company.lines.support}/settings`;
  const form = standsIn((await as(company.admin).get(path)).html);
  expect((await as(company.admin).post(path, { ...form, operatorGroups: [second] })).status).toBe(303);
  expect(await session()).toEqual({ state: 'active', owner: company.anna, reason: null });
});

test('archiving closes the open sessions with that reason; whoever wrote still knows the line', async () => {
  const { company, as, session } = await taken();
  expect((await as(company.admin).post(`/lines/${company.lines.support}/archiving`)).status).toBe(303);
  expect(await session()).toMatchObject({ state: 'closed', reason: 'archived' });
});
