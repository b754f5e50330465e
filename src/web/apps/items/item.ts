import { Hono } from 'hono';
import { signedIn } from '../../guard/signed-in.ts';
import { type AtItem, atItem } from './at-item.ts';
import { showItem } from './show-item.tsx';

/** The page of an item, for who sees it. */
export const itemPageRoutes = new Hono<AtItem>().get('/items/:id', signedIn, atItem('see'), async (c) => {
  const { items } = c.var.words;
  const told = { saved: items.saved, same: items.same, deleted: items.deletedNow, restored: items.broughtBack };
  const [notice] = Object.entries(told).flatMap(([name, text]) => (c.req.query(name) === undefined ? [] : [text]));
  return await showItem(c, { notice });
});
