import { and, asc, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db, Tx } from '../../db/doors.ts';
import { audit, groups, lineAudienceUnits, unitMembers, units } from '../../db/schema.ts';
import { testDb } from '../../db/testing.ts';
import { newId } from '../../id.ts';
import { addLine, addUser } from '../../lines/testing.ts';
import { orRefusal } from '../refusal.ts';
import { changeUnit, createUnit, moveUnit } from './change.ts';
import { deleteUnit, linesRelyingOnUnit, type Remains } from './delete.ts';
import { mostLevels } from './paths.ts';
import { joinUnit, leaveUnit, setHead } from './place.ts';
import { listNotPlaced, listPlaced, searchUnits, unitsOfUser } from './placed.ts';
import { orUnitRefusal } from './refusal.ts';
import { unitsAround } from './scope.ts';
import { type UnitNode, unitTree } from './tree.ts';
import { unitById } from './unit.ts';

const all = { search: '', after: undefined };

/** A company with an administrator, and short ways to change its structure. */
const started = async () => {
  const db = await testDb();
  const ada = await addUser(db, 'Ada', { administrator: true });
  const change = <T>(work: (tx: Tx) => Promise<T>) => orUnitRefusal(orRefusal(db.write(work)));
  const create = async (name: string, parentId: string | null = null, id = newId()): Promise<string> => {
    const kind = 'department' as const;
    const outcome = await change((tx) => createUnit(tx, ada, { id, parentId, kind, name, at: 1 }));
    return 'done' in outcome ? id : outcome.refused;
  };
  const place = async (unit: string, ...people: string[]) => {
    for (const person of people) await db.write((tx) => joinUnit(tx, ada, unit, person));
  };
  const move = (id: string, to: string | null, seen?: string | null) => change((tx) => moveUnit(tx, ada, id, to, seen));
  const remove = (id: string, to?: Remains) => change((tx) => deleteUnit(tx, ada, id, to));
  return { db, ada, change, create, place, move, remove };
};

/** The tree as text: `Sales(West East)`. */
const told = async (db: Db): Promise<string> => {
  const tell = (nodes: readonly UnitNode[]): string =>
    nodes.map(({ name, below }) => (below.length === 0 ? name : `${name}(${tell(below)})`)).join(' ');
  return tell(await unitTree(db.read));
};

const actionsOn = async (db: Db, object: string) =>
  (await db.read.select().from(audit).where(eq(audit.objectId, object)).orderBy(asc(audit.id))).map(
    ({ action }) => action,
  );

const namesPlaced = async (db: Db, unit: string) => (await listPlaced(db.read, unit, all)).rows.map(({ name }) => name);

const around = async (db: Db, user: string): Promise<string[]> =>
  (await unitsAround(db.read, user)).map(({ id }) => id).sort();

test('units stand below one another, by name', async () => {
  const { db, create } = await started();
  const sales = await create('Sales');
  await create('West', sales);
  await create('East', sales);
  await create('Board');
  expect(await told(db)).toBe('Board Sales(East West)');
  expect(await actionsOn(db, sales)).toEqual(['unit.created']);
});

test('a unit moves with all that is below it, and whoever is in it is around the new place', async () => {
  const { db, create, place, move } = await started();
  const pavel = await addUser(db, 'Pavel');
  const [sales, board] = [await create('Sales'), await create('Board')];
  const west = await create('West', sales);
  const shop = await create('Shop', west);
  await place(shop, pavel);
  expect(await around(db, pavel)).toEqual([sales, west, shop].sort());
  expect(await move(west, board)).toEqual({ done: undefined });
  expect(await told(db)).toBe('Board(West(Shop)) Sales');
  expect(await around(db, pavel)).toEqual([board, west, shop].sort());
  await move(west, null);
  expect(await told(db)).toBe('Board Sales West(Shop)');
  expect(await around(db, pavel)).toEqual([west, shop].sort());
  expect(await actionsOn(db, west)).toEqual(['unit.created', 'unit.moved', 'unit.moved']);
});

test('a unit goes neither below itself nor below what it holds, nor to where nothing is', async () => {
  const { db, create, move } = await started();
  const sales = await create('Sales');
  const west = await create('West', sales);
  const shop = await create('Shop', west);
  expect(await move(sales, sales)).toEqual({ refused: 'below-itself' });
  expect(await move(sales, shop)).toEqual({ refused: 'below-itself' });
  expect(await move(sales, newId())).toEqual({ refused: 'place-missing' });
  expect(await move(newId(), sales)).toEqual({ refused: 'unit-missing' });
  expect(await create('Lost', newId())).toBe('place-missing');
  expect(await told(db)).toBe('Sales(West(Shop))');
});

test('of two who move each unit below the other at once, one is refused', async () => {
  const { db, create, move } = await started();
  const [sales, board] = [await create('Sales'), await create('Board')];
  const outcomes = await Promise.all([move(sales, board), move(board, sales)]);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'below-itself' }]);
  expect(['Board(Sales)', 'Sales(Board)']).toContain(await told(db));
});

test('whoever moves or renames what somebody else just changed is told, and nothing changes', async () => {
  const { db, ada, change, create, move } = await started();
  const [sales, board] = [await create('Sales'), await create('Board')];
  const rename = (name: string) =>
    change((tx) => changeUnit(tx, ada, sales, { name, kind: 'department' }, { name: 'Sales', kind: 'department' }));
  await move(sales, board, null);
  expect(await move(sales, await create('Shops'), null)).toEqual({ refused: 'changed-meanwhile' });
  expect(await rename('Selling')).toEqual({ done: undefined });
  expect(await rename('Trade')).toEqual({ refused: 'changed-meanwhile' });
  // Twice the same is one change.
  expect(await rename('Selling')).toEqual({ done: undefined });
  expect(await move(sales, board, null)).toEqual({ done: undefined });
  expect(await told(db)).toBe('Board(Selling) Shops');
});

test('at one place a name stands for one unit, however it is written', async () => {
  const { db, ada, change, create, move, remove } = await started();
  const [sales, shops] = [await create('Sales'), await create('Shops')];
  const west = await create('West', sales);
  const other = await create('West', shops);
  expect(await create('WEST', sales)).toBe('unit-name-taken');
  expect(await create('sales')).toBe('unit-name-taken');
  expect(await move(other, sales)).toEqual({ refused: 'unit-name-taken' });
  expect(await remove(shops, sales)).toEqual({ refused: 'unit-name-taken' });
  const rename = (id: string, name: string) => change((tx) => changeUnit(tx, ada, id, { name, kind: 'position' }));
  expect(await rename(shops, 'Sales')).toEqual({ refused: 'unit-name-taken' });
  expect(await rename(west, 'WEST')).toEqual({ done: undefined });
  expect(await unitById(db.read, west)).toMatchObject({ name: 'WEST', kind: 'position' });
  expect(await told(db)).toBe('Sales(WEST) Shops(West)');
});

test('of two units of one name that come to one place at once, one does', async () => {
  const { create } = await started();
  const outcomes = await Promise.all([create('Sales'), create('Sales')]);
  expect(outcomes.filter((outcome) => outcome === 'unit-name-taken')).toHaveLength(1);
});

test('an id creates one unit', async () => {
  const { db, create } = await started();
  const id = await create('Sales');
  expect(await create('Board', null, id)).toBe('sent-before');
  expect(await told(db)).toBe('Sales');
});

test('people are placed in several units, and counted once in what holds them', async () => {
  const { db, create, place } = await started();
  const [anna, boris] = [await addUser(db, 'Anna'), await addUser(db, 'Boris')];
  const sales = await create('Sales');
  const west = await create('West', sales);
  await place(sales, anna, boris);
  await place(west, anna, anna);
  const [top] = await unitTree(db.read);
  expect(top).toMatchObject({ id: sales, people: 2, below: [{ id: west, people: 1 }] });
  expect(await namesPlaced(db, sales)).toEqual(['Anna', 'Boris']);
  expect((await listNotPlaced(db.read, west, all)).rows.map(({ name }) => name)).toEqual(['Ada', 'Boris']);
  expect((await unitsOfUser(db.read, anna)).map(({ path }) => path)).toEqual([['Sales'], ['Sales', 'West']]);
  expect(await actionsOn(db, west)).toEqual(['unit.created', 'unit.joined']);
});

test('nobody is placed where nothing is, and nobody who does not exist anywhere', async () => {
  const { db, ada, change, create } = await started();
  const sales = await create('Sales');
  expect(await change((tx) => joinUnit(tx, ada, newId(), ada))).toEqual({ refused: 'unit-missing' });
  expect(await change((tx) => joinUnit(tx, ada, sales, newId()))).toEqual({ refused: 'person-missing' });
  expect(await db.read.$count(unitMembers)).toBe(0);
});

test('the head is one of the people placed in the unit, and no longer when they leave', async () => {
  const { db, ada, change, create, place } = await started();
  const anna = await addUser(db, 'Anna');
  const sales = await create('Sales');
  const head = async (user: string | null) => await change((tx) => setHead(tx, ada, sales, user));
  expect(await head(anna)).toEqual({ refused: 'not-placed' });
  await place(sales, anna);
  expect(await head(anna)).toEqual({ done: undefined });
  expect(await unitTree(db.read)).toMatchObject([{ head: 'Anna', headId: anna }]);
  await db.write((tx) => leaveUnit(tx, ada, sales, anna));
  expect(await unitTree(db.read)).toMatchObject([{ head: null, headId: null, people: 0 }]);
  expect(await actionsOn(db, sales)).toEqual([
    'unit.created',
    'unit.joined',
    'unit.head-changed',
    'unit.head-changed',
    'unit.left',
  ]);
});

test('a head who follows another stands in the history of both', async () => {
  const { db, ada, change, create, place } = await started();
  const [anna, boris] = [await addUser(db, 'Anna'), await addUser(db, 'Boris')];
  const sales = await create('Sales');
  await place(sales, anna, boris);
  for (const head of [anna, boris]) await change((tx) => setHead(tx, ada, sales, head));
  expect(await unitById(db.read, sales)).toMatchObject({ headId: boris });
  const changes = await db.read
    .select({ member: audit.memberId, before: audit.before, after: audit.after })
    .from(audit)
    .where(eq(audit.action, 'unit.head-changed'))
    .orderBy(asc(audit.id));
  expect(changes).toEqual([
    { member: anna, before: { head: null }, after: { head: anna } },
    { member: anna, before: { head: anna }, after: { head: null } },
    { member: boris, before: { head: null }, after: { head: boris } },
  ]);
});

test('of a head chosen and taken out at once nothing is left over', async () => {
  const { db, ada, change, create, place } = await started();
  const anna = await addUser(db, 'Anna');
  const sales = await create('Sales');
  await place(sales, anna);
  await Promise.all([change((tx) => leaveUnit(tx, ada, sales, anna)), change((tx) => setHead(tx, ada, sales, anna))]);
  expect(await unitById(db.read, sales)).toMatchObject({ headId: null });
  expect(await namesPlaced(db, sales)).toEqual([]);
});

test('an empty unit is deleted at once; of any other one says where its people and units go', async () => {
  const { db, create, place, remove } = await started();
  const [anna, boris] = [await addUser(db, 'Anna'), await addUser(db, 'Boris')];
  const [sales, board] = [await create('Sales'), await create('Board')];
  const west = await create('West', sales);
  const empty = await create('Empty', west);
  expect(await remove(empty)).toEqual({ done: undefined });
  expect(await remove(sales)).toEqual({ refused: 'unit-not-empty' });
  await place(sales, anna, boris);
  await place(board, anna);
  expect(await remove(sales, null)).toEqual({ refused: 'people-to-top' });
  expect(await remove(sales, sales)).toEqual({ refused: 'below-itself' });
  expect(await remove(sales, west)).toEqual({ refused: 'below-itself' });
  expect(await remove(sales, newId())).toEqual({ refused: 'place-missing' });
  expect(await told(db)).toBe('Board Sales(West)');
  expect(await remove(sales, board)).toEqual({ done: undefined });
  expect(await told(db)).toBe('Board(West)');
  expect(await namesPlaced(db, board)).toEqual(['Anna', 'Boris']);
  expect(await actionsOn(db, sales)).toEqual([
    'unit.created',
    'unit.joined',
    'unit.joined',
    'unit.left',
    'unit.left',
    'unit.deleted',
  ]);
  // Anna was there before.
  expect(await actionsOn(db, board)).toEqual(['unit.created', 'unit.joined', 'unit.joined']);
  expect(await remove(sales)).toEqual({ refused: 'unit-missing' });
});

test('units without people may go to the top', async () => {
  const { db, create, remove } = await started();
  const sales = await create('Sales');
  await create('West', sales);
  expect(await remove(sales, null)).toEqual({ done: undefined });
  expect(await told(db)).toBe('West');
});

test('a unit that a line relies on stays, and says which line; what is below it may go', async () => {
  const { db, create, place, remove } = await started();
  const anna = await addUser(db, 'Anna');
  const [sales, board] = [await create('Sales'), await create('Board')];
  const west = await create('West', sales);
  await place(west, anna);
  const lineId = await addLine(db, 'IT help');
  await db.write(async (tx) => {
    await tx.insert(lineAudienceUnits).values({ lineId, unitId: sales });
  });
  expect(await remove(sales, board)).toEqual({ refused: 'unit-in-use' });
  expect(await linesRelyingOnUnit(db.read, sales)).toEqual(['IT help']);
  expect(await remove(west, sales)).toEqual({ done: undefined });
  expect(await told(db)).toBe('Board Sales');
  expect(await namesPlaced(db, sales)).toEqual(['Anna']);
});

test('whoever is placed in a unit while it is deleted is not lost', async () => {
  const { db, ada, change, create, remove } = await started();
  const anna = await addUser(db, 'Anna');
  const sales = await create('Sales');
  const [joined, removed] = await Promise.all([change((tx) => joinUnit(tx, ada, sales, anna)), remove(sales)]);
  const stayed = (await unitById(db.read, sales)) !== undefined;
  expect(stayed).toBe('done' in joined);
  expect(stayed).toBe('refused' in removed);
});

test('a search finds units by name and people with their units', async () => {
  const { db, create, place } = await started();
  const anna = await addUser(db, 'Anna West');
  const sales = await create('Sales');
  const west = await create('West', sales);
  await place(sales, anna);
  await place(west, anna);
  await create('East', sales);
  expect(await searchUnits(db.read, 'wEst')).toMatchObject({
    units: [{ id: west, path: ['Sales', 'West'] }],
    people: [{ id: anna, units: [{ path: ['Sales'] }, { path: ['Sales', 'West'] }] }],
    more: false,
  });
  expect(await searchUnits(db.read, '%')).toMatchObject({ units: [], people: [] });
});

test('every change of the structure tells the screens to look at rights again', async () => {
  const { db, ada, create, place, move, remove } = await started();
  const anna = await addUser(db, 'Anna');
  const kindsAfter = async (work: () => Promise<unknown>) => {
    const before = db.facts.cursor();
    await work();
    const facts = await db.facts.since(before, 100);
    return facts === 'gone' ? [] : facts.map(({ kind, ids }) => ({ kind, ...ids }));
  };
  const [sales, board] = [await create('Sales'), await create('Board')];
  expect(await kindsAfter(() => place(sales, anna))).toEqual([{ kind: 'rights', unit: sales, person: anna }]);
  expect(await kindsAfter(() => move(sales, board))).toEqual([{ kind: 'rights', unit: sales }]);
  expect(await kindsAfter(() => remove(sales, board))).toEqual([
    { kind: 'rights', unit: board },
    { kind: 'rights', unit: sales },
  ]);
  expect(await kindsAfter(() => db.write((tx) => leaveUnit(tx, ada, board, anna)))).toEqual([
    { kind: 'rights', unit: board, person: anna },
  ]);
});

test('what holds the tree holds exactly the group Everyone, and leaves it as it was', async () => {
  const { db, create } = await started();
  const before = await db.read.select().from(groups).orderBy(asc(groups.id));
  await create('Sales');
  expect(await db.read.select().from(groups).orderBy(asc(groups.id))).toEqual(before);
  expect(await db.read.$count(units, and(eq(units.name, 'Sales'), isNull(units.parentId)))).toBe(1);
});

test('a tree that nobody could draw is refused, whether it grows or is put together', async () => {
  const { create, move } = await started();
  let lowest = await create('1');
  for (let level = 2; level <= mostLevels; level++) lowest = await create(String(level), lowest);
  expect(await create('One too many', lowest)).toBe('too-deep');
  const other = await create('Other');
  expect(await move(other, lowest)).toEqual({ refused: 'too-deep' });
});
