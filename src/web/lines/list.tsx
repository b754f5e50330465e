import { Hono } from 'hono';
import { LineListPage } from '../../../views/lines/list.tsx';
import { linesForAdministrator } from '../../lines/read.ts';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';

/** All lines for whoever configures them. */
export const listRoutes = new Hono<SignedIn>().get('/lines/all', signedIn, administrator, async (c) => {
  const { house, words } = c.var;
  const lines = await linesForAdministrator(house.db.read);
  const children = <LineListPage lines={lines} words={words} />;
  return await page(c, { title: words.lines.title, section: 'lines', children });
});
