import { Hono } from 'hono';
import { z } from 'zod';
import { UserUnitsPage } from '../../../../views/admin/units/user-units.tsx';
import { joinUnit, leaveUnit } from '../../../people/units/place.ts';
import { unitsOfUser } from '../../../people/units/placed.ts';
import { unitTree } from '../../../people/units/tree.ts';
import { userById } from '../../../people/users.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { changeUnits } from './change.ts';
import { unitErrors } from './refused.ts';

const placing = z.object({ unit: z.string().max(64), placed: z.enum(['yes', 'no']) });

/** Where somebody is placed, changed on their own page. */
export const userUnitsRoutes = new Hono<SignedIn>().post(
  '/admin/users/:id/units',
  signedIn,
  administrator,
  form(placing),
  async (c) => {
    const { house, person, entered, words } = c.var;
    const user = await userById(house.db.read, c.req.param('id'));
    if (!(user && entered.ok)) return c.notFound();
    const { unit, placed } = entered.value;
    if (unit === '') return await show(c, user, { unit: words.people.problems.required });
    const move = placed === 'yes' ? joinUnit : leaveUnit;
    const outcome = await changeUnits(c, (tx) => move(tx, person.id, unit, user.id));
    if ('done' in outcome) return c.redirect(`/admin/users/${user.id}`, 303);
    const { refused } = outcome;
    return await show(c, user, unitErrors(refused === 'unit-missing' ? 'place-missing' : refused, words, 'unit'));
  },
);

const show = async (
  c: Asked<SignedIn>,
  user: { id: string; name: string },
  errors: Readonly<Record<string, string>>,
): Promise<Response> => {
  const { house, words } = c.var;
  const [units, tree] = [await unitsOfUser(house.db.read, user.id), await unitTree(house.db.read)];
  const children = <UserUnitsPage words={words} user={user} units={units} tree={tree} errors={errors} />;
  return await page(c, { title: user.name, section: 'admin', children }, 422);
};
