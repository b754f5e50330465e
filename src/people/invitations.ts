import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { insertMany } from '../db/insert-many.ts';
import { passwordLinks, users } from '../db/schema.ts';
import { newLink } from './password/links.ts';
import { noPassword } from './password/password.ts';

/** An invitation to hand over; `token` is the secret of its link, see `createPasswordLink`. */
export type Invitation = { name: string; email: string; token: string };

/** How many people were invited and have not come. */
export const countInvited = (db: Reader): Promise<number> => db.$count(users, isInvited);

/**
 * Makes new invitation links for people who have not come yet, by name; their earlier ones end.
 * @param among by which import they came, and their ids; undefined: all
 * @param at ms since 1970, UTC
 */
export const exportInvitations = async (
  tx: Tx,
  actor: string,
  among: { importId: string; people: readonly string[] } | undefined,
  at: number,
): Promise<Invitation[]> => {
  const whose = among && new Set(among.people);
  const invited = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(isInvited)
    .orderBy(asc(users.nameKey), asc(users.id));
  const chosen = whose ? invited.filter(({ id }) => whose.has(id)) : invited;
  const links = chosen.map((person) => ({ person, ...newLink(person.id, 'invitation', at) }));
  await dropLinksOf(
    tx,
    chosen.map(({ id }) => id),
  );
  await insertLinks(
    tx,
    links.map(({ row }) => row),
  );
  const object = among?.importId ?? 'people';
  await tx.record(null, { actor, action: 'people.invitations-exported', object, after: { people: links.length } });
  return links.map(({ person: { name, email }, token }) => ({ name, email, token }));
};

const isInvited = and(eq(users.passwordHash, noPassword), eq(users.active, true));

const dropLinksOf = async (tx: Tx, people: readonly string[]): Promise<void> => {
  for (let from = 0; from < people.length; from += 1000)
    await tx.delete(passwordLinks).where(inArray(passwordLinks.userId, people.slice(from, from + 1000)));
};

const insertLinks = insertMany<ReturnType<typeof newLink>['row']>(
  ['tokenHash', 'userId', 'kind', 'expiresAt'],
  (tx, rows) => tx.insert(passwordLinks).values(rows),
);
