import { Hono } from 'hono';
import { PickerOptions } from '../../../../views/apps/fields/picker-options.tsx';
import { wantedIn } from '../../../apps/fields/finding.ts';
import { namesFor } from '../../../apps/fields/names.ts';
import { isPicked } from '../../../apps/fields/shown/inputs.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { type AtApp, atApp } from './at-app.ts';
import { nameable } from './fields.tsx';
import { optionsFor } from './options.ts';

/** What a picker offers while one types: what is chosen in it, and what was found. For who sees the app: lists filter by it, too. */
export const fieldOptionsRoutes = new Hono<AtApp>().get(
  '/apps/:appId/fields/:fieldId/options',
  signedIn,
  atApp('see', 'appId'),
  async (c) => {
    const { house, person, app, words } = c.var;
    const field = app.fields.find(({ id }) => id === c.req.param('fieldId'));
    if (!(field && isPicked(field.kind))) return c.notFound();
    const { text, chosen } = wantedIn(field, c.req.queries());
    const found = await optionsFor(c, field, text);
    const many = field.kind === 'references' || field.kind === 'account';
    const doc = await nameable(c, app, { [String(field.n)]: many ? chosen : (chosen[0] ?? '') }, {});
    const names = await namesFor(house.db.read, [field], [doc], person.id);
    return await c.html(<PickerOptions field={field} chosen={chosen} names={names} found={found} words={words} />);
  },
);
