import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { Account } from '../../../views/accounts/account.tsx';
import { Accounts } from '../../../views/accounts/accounts.tsx';
import type { Reader } from '../../db/doors.ts';
import type { Person } from '../../people/person.ts';
import { conversationsOf } from '../../records/account-conversations.ts';
import { itemsHolding } from '../../records/account-items.ts';
import { accountsSeenOf, channelChoices, listAccounts } from '../../records/accounts.ts';
import type { SignedIn } from '../env.ts';
import { signedIn } from '../guard/signed-in.ts';
import { page } from '../page.tsx';

/** What of the list an address asks for. What makes no sense there counts as nothing. */
const wanted = z.object({
  q: z.string().max(200).catch(''),
  channel: z.string().max(64).catch(''),
  unlinked: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value !== undefined && value !== ''),
  after: z.string().max(100).optional().catch(undefined),
});

/** Everybody who ever wrote, as far as the viewer sees them; and one of them. */
export const accountPages = new Hono<SignedIn>()
  .get('/accounts', signedIn, zValidator('query', wanted), async (c) => {
    const { house, person, words } = c.var;
    const { read } = house.db;
    const { q, channel, unlinked, after } = c.req.valid('query');
    const found = await listAccounts(read, person, { search: q, channel, unlinked, after });
    const ids = found.rows.map(({ id }) => id);
    const children = (
      <Accounts
        {...(await partsOf(read, person, ids))}
        accounts={found.rows}
        first={after === undefined}
        after={found.after}
        channels={await channelChoices(read, person)}
        typed={{ q, channel, unlinked }}
        words={words}
      />
    );
    return await page(c, { title: words.accounts.title, section: 'apps', styles: ['apps.css'], children });
  })

  .get('/accounts/:id', signedIn, async (c) => {
    const { house, person, words } = c.var;
    const { read } = house.db;
    const [account] = await accountsSeenOf(read, person, [c.req.param('id')]);
    if (!account) return await c.notFound();
    const parts = await partsOf(read, person, [account.id]);
    const children = <Account account={account} {...parts} words={words} />;
    return await page(c, { title: account.name, section: 'apps', styles: ['apps.css'], children });
  });

const partsOf = async (read: Reader, person: Person, ids: readonly string[]) => ({
  conversations: await conversationsOf(read, person, ids),
  items: await itemsHolding(read, person.id, ids),
});
