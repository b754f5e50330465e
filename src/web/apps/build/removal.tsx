import { Hono } from 'hono';
import { RemovalPage } from '../../../../views/apps/build/removal.tsx';
import type { App } from '../../../apps/app.ts';
import { heldBy } from '../../../apps/build/held.ts';
import { patternNames, patternWithout } from '../../../apps/build/pattern.ts';
import { type BuildRefusal, orRefused } from '../../../apps/build/refusal.ts';
import { removeField } from '../../../apps/build/remove.ts';
import { viewsUsing } from '../../../apps/build/views.ts';
import type { Field } from '../../../apps/fields/field.ts';
import type { BoundLine } from '../../../apps/qualify.ts';
import { linesBrokenBy } from '../../../apps/qualify.ts';
import type { Asked } from '../../env.ts';
import { administrator } from '../../guard/administrator.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from './at-app.ts';
import { exampleOf } from './example.ts';
import { errorsOf, statusOf } from './refused.ts';

/** Taking a field away: what goes with it is said first. */
export const removalRoutes = new Hono<AtApp>()
  .get('/apps/:id/fields/:field/removal', signedIn, administrator, atApp, async (c) => {
    const { house, app } = c.var;
    const field = app.fields.find((one) => one.id === c.req.param('field'));
    if (!field) return c.notFound();
    return await show(c, field, await linesBrokenBy(house.db.read, without(app, field)));
  })

  .post('/apps/:id/fields/:field/removal', signedIn, administrator, atApp, async (c) => {
    const { house, person, app } = c.var;
    const field = app.fields.find((one) => one.id === c.req.param('field'));
    // A second press finds it gone already.
    if (!field) return c.redirect(`/apps/${app.id}/fields`, 303);
    const by = { actor: person.id, at: Date.now() };
    const built = await orRefused(house.db.write((tx) => removeField(tx, { app: app.id, field: field.id }, by)));
    if ('done' in built) return c.redirect(`/apps/${app.id}/fields?removed=${encodeURIComponent(field.name)}`, 303);
    return await show(c, field, built.refused === 'lines' ? built.lines : [], built);
  });

const without = (app: App, field: Field): App => ({ ...app, fields: app.fields.filter(({ id }) => id !== field.id) });

const show = async (
  c: Asked<AtApp>,
  field: Field,
  lines: readonly BoundLine[],
  refusal?: BuildRefusal,
): Promise<Response> => {
  const { house, words, app, may } = c.var;
  const { read } = house.db;
  const titled = patternNames(app.titlePattern).includes(field.id);
  const after = { ...app, titlePattern: patternWithout(app.titlePattern, field.id) };
  const children = (
    <RemovalPage
      {...{ app, may, field, lines, words }}
      items={await heldBy(read, field)}
      views={await viewsUsing(read, app.id, field.n)}
      title={titled ? exampleOf(after, app.fields, words) : null}
      errors={refusal ? errorsOf(refusal, words, 'field') : {}}
    />
  );
  const title = words.apps.removeOf(field.name);
  const status = refusal ? statusOf(refusal) : 200;
  return await page(c, { title, section: 'apps', styles: ['apps.css'], children }, status);
};
