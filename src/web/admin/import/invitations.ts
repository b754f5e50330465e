import { Hono } from 'hono';
import { z } from 'zod';
import { csvRow, csvStart, csvType } from '../../../csv/write.ts';
import { importOf } from '../../../people/import/pending.ts';
import { exportInvitations } from '../../../people/invitations.ts';
import type { SignedIn } from '../../env.ts';
import { disposition } from '../../files/disposition.ts';
import { originOf } from '../../guard/address.ts';
import { administrator } from '../../guard/administrator.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';

/** A file of new invitation links: of one import, or of everybody who was invited and has not come. */
export const invitationRoutes = new Hono<SignedIn>().post(
  '/admin/users/invitations',
  signedIn,
  administrator,
  form(z.object({ import: z.string().max(64).optional() })),
  async (c) => {
    const { house, person, entered, words } = c.var;
    if (!entered.ok) return c.notFound();
    const importId = entered.value.import;
    const at = Date.now();
    const found = importId === undefined ? undefined : await importOf(house.db.read, person.id, importId, at);
    if (importId !== undefined && found?.state !== 'done') return c.notFound();
    const among = importId !== undefined && found?.state === 'done' ? { importId, people: found.people } : undefined;
    const invitations = await house.db.write((tx) => exportInvitations(tx, person.id, among, at));
    const { name, email, link, linksFile } = words.joining.import;
    const rows = invitations.map((one) => csvRow([one.name, one.email, `${originOf(c)}/password/${one.token}`]));
    c.header('Content-Type', csvType);
    c.header('Content-Disposition', disposition(linksFile, false));
    return c.body([csvStart, csvRow([name, email, link]), ...rows].join(''));
  },
);
