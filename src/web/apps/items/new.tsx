import { Hono } from 'hono';
import { NewItemPage } from '../../../../views/apps/item/form-pages.tsx';
import { createItem } from '../../../apps/items/write.ts';
import { newId } from '../../../id.ts';
import type { Asked } from '../../env.ts';
import { ownId } from '../../guard/fields.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { accountsGiven } from './accounts.ts';
import { type AtApp, atApp, stillMay } from './at-app.ts';
import { itemFields } from './fields.tsx';
import { enterItem, newForm, refusedForm, type ShownForm } from './form.ts';
import { givenIn } from './given.ts';
import { itemUpload } from './upload.ts';

/** Adding an item, for who may create. */
export const newItemRoutes = new Hono<AtApp>()
  .get('/apps/:id/items/new', signedIn, atApp('create'), async (c) => {
    const given = await givenIn(c, c.var.app);
    return await showNew(c, newId(), newForm(c, c.var.app, { given }));
  })

  .post('/apps/:id/items', signedIn, atApp('create'), itemUpload, async (c) => {
    const { house, person, app, form, words } = c.var;
    const id = ownId().parse(form.fields['id']) ?? newId();
    const entered = await enterItem(c, app);
    if (entered.kind !== 'entered') return await showNew(c, id, entered.shown, { status: statusOf(entered.kind) });
    const { doc, files, shown } = entered;
    const by = { actor: person.id, at: Date.now(), accounts: await accountsGiven(c, app, doc) };
    const made = await house.db.write(async (tx) =>
      (await stillMay(tx, c, 'create'))
        ? createItem(tx, app, { id, doc, files }, by)
        : ({ refused: 'no-app' } as const),
    );
    if (!('refused' in made)) {
      form.keep();
      return c.redirect(`/items/${made.id}?saved`, 303);
    }
    switch (made.refused) {
      case 'values':
        return await showNew(c, id, refusedForm(shown, made.problems), { status: 422 });
      case 'other-content':
        return await showNew(c, newId(), shown, { status: 409, note: words.items.sentBefore });
      case 'no-app':
        return await c.notFound();
    }
  });

const statusOf = (kind: 'find' | 'refused') => (kind === 'find' ? 200 : 422);

type Shown = { status?: 200 | 409 | 422; note?: string };

const showNew = async (c: Asked<AtApp>, id: string, shown: ShownForm, { status = 200, note }: Shown = {}) => {
  const { app, words } = c.var;
  const fields = await itemFields(c, app, shown);
  const children = <NewItemPage app={app} id={id} note={note} fields={fields} words={words} />;
  return await page(
    c,
    { title: words.items.newTitle(app.name), section: 'apps', styles: ['apps.css'], scripts: ['pickers.js'], children },
    status,
  );
};
