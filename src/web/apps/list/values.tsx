import { Hono } from 'hono';
import { Found } from '../../../../views/apps/list/filter-pick.tsx';
import { isPicked } from '../../../apps/fields/shown/inputs.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { type AtApp, atApp } from '../items/at-app.ts';
import { lookedFor, pickedNames } from './picked.ts';

/** What is found while somebody types whom or what a filter is to name. */
export const valuesRoutes = new Hono<AtApp>().get(
  '/apps/:id/values/:n{[0-9]{1,15}}',
  signedIn,
  atApp('see'),
  async (c) => {
    const { app, house, person, words } = c.var;
    const field = app.fields.find(({ n }) => n === Number(c.req.param('n')));
    if (!(field && isPicked(field.kind))) return c.notFound();
    const only = { ...app, fields: [field] };
    const looked = await lookedFor(house.db.read, only, person.id, new URL(c.req.url).searchParams);
    const names = await pickedNames(c, only, { filters: [] }, looked);
    const one = looked.get(field.n);
    if (!one) return c.notFound();
    return c.html(<Found name={`f${field.n}`} field={field} looked={one} chosen={[]} names={names} words={words} />);
  },
);
