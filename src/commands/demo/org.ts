import type { Tx } from '../../db/doors.ts';
import { createUnit } from '../../people/units/change.ts';
import { joinUnit, setHead } from '../../people/units/place.ts';
import type { UnitKind } from '../../people/units/unit.ts';
import { type Chance, chanceFrom } from '../made-up/chance.ts';
import type { Colleagues, Person } from './cast.ts';
import type { DemoTexts } from './texts/shape.ts';

/** A unit of the demo; the first of its people is its head. */
type Planned = { name: string; kind: UnitKind; people: readonly Person[]; below: readonly Planned[] };

/** Places the people of the demo in departments and positions. `at`: ms since 1970. */
export const organiseDemo = async (
  tx: Tx,
  texts: DemoTexts['units'],
  cast: Colleagues & { admin: Person },
  at: number,
): Promise<void> => {
  // A source of its own: what else is made up stays as it is, whatever is added here.
  const chance = chanceFrom(1);
  for (const unit of plan(texts, cast)) await found(tx, chance, cast.admin.id, unit, null, at);
};

const plan = (texts: DemoTexts['units'], cast: Colleagues & { admin: Person }): readonly Planned[] => {
  const { admin, anna, boris, gleb, vera, pavel, employees } = cast;
  const some = (from: number, to: number) => employees.slice(from, to);
  const department = (name: string, people: readonly Person[], ...below: readonly Planned[]): Planned => {
    return { name, kind: 'department', people, below };
  };
  const position = (name: string, ...people: readonly Person[]): Planned => {
    return { name, kind: 'position', people, below: [] };
  };
  return [
    department(texts.management, [admin], position(texts.assistant, ...some(0, 1))),
    department(
      texts.it,
      [gleb],
      department(texts.helpDesk, [vera, anna, boris]),
      department(texts.development, some(1, 7), department(texts.testing, some(7, 10))),
    ),
    department(
      texts.sales,
      [...some(10, 12), pavel],
      department(texts.keyClients, some(12, 15)),
      department(texts.marketing, some(15, 19)),
    ),
    department(texts.finance, some(19, 23), position(texts.chiefAccountant, ...some(19, 20))),
    department(texts.personnel, some(23, 26)),
  ];
};

const found = async (
  tx: Tx,
  chance: Chance,
  actor: string,
  { name, kind, people, below }: Planned,
  parentId: string | null,
  at: number,
): Promise<void> => {
  const id = chance.id(at);
  await createUnit(tx, actor, { id, parentId, kind, name, at });
  for (const person of people) await joinUnit(tx, actor, id, person.id);
  const [head] = people;
  if (head && kind === 'department') await setHead(tx, actor, id, head.id);
  for (const unit of below) await found(tx, chance, actor, unit, id, at);
};
