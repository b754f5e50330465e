import { Hono } from 'hono';
import { LineListPage } from '../../../views/lines/list.tsx';
import { AudiencePeople } from '../../../views/lines/people.tsx';
import { usersChosen } from '../../lines/choice.ts';
import { linesForAdministrator } from '../../lines/read.ts';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';
import { findPeople } from './search.ts';

/** All lines for whoever configures them, and the people who can be let write to one. */
export const listRoutes = new Hono<SignedIn>()
  .get('/lines/all', signedIn, administrator, async (c) => {
    const { house, words } = c.var;
    const lines = await linesForAdministrator(house.db.read);
    const children = <LineListPage lines={lines} words={words} />;
    return await page(c, { title: words.lines.title, section: 'lines', children });
  })

  // A piece of the form, asked for while somebody types; without scripts the form itself is sent instead.
  .get('/lines/people', signedIn, administrator, async (c) => {
    const { house, words } = c.var;
    const fields = c.req.queries();
    const chosen = await usersChosen(house.db.read, fields['audienceUsers'] ?? []);
    const found = await findPeople(house.db.read, fields);
    return await c.html(<AudiencePeople chosen={chosen} found={found} words={words} />);
  });
