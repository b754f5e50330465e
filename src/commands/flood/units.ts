import type { Tx } from '../../db/doors.ts';
import { unitMembers } from '../../db/schema.ts';
import { type Params, writeStatement } from '../../db/statement.ts';
import { createUnit } from '../../people/units/change.ts';
import { setHead } from '../../people/units/place.ts';
import type { Chance } from '../made-up/chance.ts';

/** So many levels the tree has at most, its top among them. */
const levels = 6;

/** Makes a tree of so many units, each level about as wide as the one above allows, and answers their ids, the top first. */
export const makeTree = async (
  tx: Tx,
  actor: string,
  chance: Chance,
  number: number,
  at: number,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  const width = widthFor(number);
  for (let index = 0; index < number; index++) {
    const id = chance.id(at);
    const parentId = index === 0 ? null : (ids[Math.floor((index - 1) / width)] ?? null);
    // What has nothing below it is a position as often as a department.
    const leaf = index * width + 1 >= number;
    const kind = leaf && index % 2 === 1 ? 'position' : 'department';
    const name = `${(kind === 'position' ? positions : departments)[index % 8] ?? ''} ${index + 1}`;
    await createUnit(tx, actor, { id, parentId, kind, name, at });
    ids.push(id);
  }
  return ids;
};

/** Places everybody in one unit, every fifth in two; whoever comes first to a unit is its head. */
export const placePeople = async (
  tx: Tx,
  actor: string,
  tree: readonly string[],
  people: readonly string[],
): Promise<void> => {
  if (tree.length === 0) return;
  for (const [index, userId] of people.entries()) {
    const own = index % tree.length;
    const unitId = tree[own] ?? '';
    await place(tx, { unitId, userId });
    const second = tree[(own * 7 + 3) % tree.length] ?? '';
    if (index % 5 === 0 && second !== unitId) await place(tx, { unitId: second, userId });
    if (index < tree.length) await setHead(tx, actor, unitId, userId);
  }
};

/** The fewest units below each with which the tree gets no deeper than it may. */
const widthFor = (number: number): number => {
  let width = 1;
  const room = () => Array.from({ length: levels }, (_, level) => width ** level).reduce((sum, some) => sum + some, 0);
  while (room() < number) width++;
  return width;
};

const place = writeStatement((tx, p: Params<{ unitId: string; userId: string }>) =>
  tx.insert(unitMembers).values({ unitId: p('unitId'), userId: p('userId') }),
);

const departments = ['Sales', 'Склад', 'Support', 'Бухгалтерия', 'Research', 'Кадры', 'Production', 'Закупки'];
const positions = ['Clerk', 'Инженер', 'Driver', 'Мастер', 'Analyst', 'Кассир', 'Foreman', 'Юрист'];
