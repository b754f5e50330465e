import { Hono } from 'hono';
import { DeletedPage } from '../../../../views/apps/list/deleted.tsx';
import { keptFor } from '../../../apps/build/definition.ts';
import { type DeletedCursor, listDeleted } from '../../../apps/list/deleted.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';
import { type AtApp, atApp } from '../items/at-app.ts';

/** What was deleted and can come back, for who may edit. */
export const deletedRoutes = new Hono<AtApp>().get('/apps/:id/deleted', signedIn, atApp('edit'), async (c) => {
  const { app, may, house, person, words } = c.var;
  const now = Date.now();
  const { items, after } = await listDeleted(house.db.read, app.id, now, cursorIn(c.req.query('after')));
  const counted = items.map((item) => ({
    ...item,
    daysLeft: Math.ceil((item.deletedAt + keptFor - now) / 86_400_000),
  }));
  const more = after && `/apps/${app.id}/deleted?after=${after.at}-${after.seq}`;
  const { administrator } = person;
  const children = <DeletedPage {...{ app, may, administrator, words, more }} items={counted} />;
  const title = words.itemList.deleted;
  return await page(c, { title, section: 'apps', styles: ['apps.css'], children });
});

const cursorIn = (written = ''): DeletedCursor | undefined => {
  const [, at, seq] = /^(\d{1,15})-(\d{1,15})$/.exec(written) ?? [];
  return at && seq ? { at: Number(at), seq: Number(seq) } : undefined;
};
