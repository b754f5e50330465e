import { Hono } from 'hono';
import { z } from 'zod';
import { joinUnit, leaveUnit } from '../../../people/units/place.ts';
import { userById } from '../../../people/users.ts';
import type { SignedIn } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { showUser } from '../user.tsx';
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
    if (unit === '') return await showUser(c, user, { errors: { unit: words.people.problems.required } }, 422);
    const move = placed === 'yes' ? joinUnit : leaveUnit;
    const outcome = await changeUnits(c, (tx) => move(tx, person.id, unit, user.id));
    if ('done' in outcome) return c.redirect(`/admin/users/${user.id}`, 303);
    const { refused } = outcome;
    const errors = unitErrors(refused === 'unit-missing' ? 'place-missing' : refused, words, 'unit');
    return await showUser(c, user, { errors }, 422);
  },
);
