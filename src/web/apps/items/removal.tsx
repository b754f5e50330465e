import { Hono } from 'hono';
import { DeletionPage } from '../../../../views/apps/item/deletion.tsx';
import { countReferring } from '../../../apps/items/referring.ts';
import { deleteItem, restoreItem } from '../../../apps/items/remove.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtItem, atItem } from './at-item.ts';
import { showItem } from './show-item.tsx';

/** Deleting an item and bringing it back, for who may edit. Both done twice are done once. */
export const removalRoutes = new Hono<AtItem>()
  .get('/items/:id/deletion', signedIn, atItem('edit'), async (c) => {
    const { house, app, item, words } = c.var;
    if (item.deletedAt !== null) return c.redirect(`/items/${item.id}`, 303);
    const referred = await countReferring(house.db.read, item.id);
    const children = <DeletionPage app={app} item={item} referred={referred} words={words} />;
    const title = words.items.deleteTitle(item.title);
    return await page(c, { title, section: 'apps', styles: ['apps.css'], children });
  })

  .post('/items/:id/deletion', signedIn, atItem('edit'), async (c) => {
    const { house, person, app, item } = c.var;
    const by = { actor: person.id, at: Date.now() };
    const removed = await house.db.write((tx) => deleteItem(tx, app, item.id, by));
    return removed.kind === 'gone' ? c.notFound() : c.redirect(`/items/${item.id}?deleted`, 303);
  })

  .post('/items/:id/restoration', signedIn, atItem('edit'), async (c) => {
    const { house, person, app, item, words } = c.var;
    const by = { actor: person.id, at: Date.now() };
    const removed = await house.db.write((tx) => restoreItem(tx, app, item.id, by));
    if (removed.kind === 'gone') return c.notFound();
    if (removed.kind !== 'refused') return c.redirect(`/items/${item.id}?restored`, 303);
    const fields = app.fields.filter(({ id }) => id in removed.problems).map(({ name }) => name);
    return await showItem(c, { problem: words.items.takenMeanwhile(fields.join(', ')) }, 409);
  });
