import { Hono } from 'hono';
import { AppListPage } from '../../../../views/apps/build/app-list.tsx';
import { appsFor, mostCounted } from '../../../apps/build/list.ts';
import type { SignedIn } from '../../env.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { page } from '../../page.tsx';

/** The apps that somebody sees; for administrators all of them. */
export const appListRoutes = new Hono<SignedIn>().get('/apps', signedIn, async (c) => {
  const { house, person, words } = c.var;
  const apps = await appsFor(house.db.read, person);
  const { administrator } = person;
  const shown = { apps, administrator, most: mostCounted, accounts: administrator || apps.length > 0 };
  const children = <AppListPage {...shown} words={words} />;
  return await page(c, { title: words.apps.title, section: 'apps', styles: ['apps.css'], children });
});
