import { createHash } from 'node:crypto';
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { signIns } from '../../db/schema.ts';
import { endOneSignIn, endSignIns } from './end.ts';

/**
 * An open sign-in, as its own person may know it. Times: ms since 1970, UTC.
 */
export type OwnSignIn = {
  /** Names it in pages and addresses: neither the secret nor what the database knows it by can be had from it. */
  id: string;
  /** Whether it is the one that asks. */
  here: boolean;
  /** What the browser said it is; null when it said nothing. */
  device: string | null;
  address: string | null;
  since: number;
  /** Its last use, at most an hour too early; null: not known. */
  seenAt: number | null;
};

/**
 * The open sign-ins of a person: the one that asks first, then those used last.
 *
 * @param here the hash of the sign-in that asks
 * @param at ms since 1970, UTC: those that ended by themselves before are left out
 */
export const ownSignIns = async (db: Reader, userId: string, here: string, at: number): Promise<OwnSignIn[]> => {
  const rows = await openOf(db, userId, at);
  const listed = rows.map(({ idHash, device, address, createdAt, seenAt }) => {
    return { id: publicId(idHash), here: idHash === here, device, address, since: createdAt, seenAt };
  });
  return listed.sort((a, b) => Number(b.here) - Number(a.here) || lastUse(b) - lastUse(a));
};

/** Ends one of a person's own sign-ins; its open pages hear of it. False when the person has no such sign-in. */
export const endOwnSignIn = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const rows = await openOf(tx, userId, 0);
  const found = rows.find(({ idHash }) => publicId(idHash) === id);
  if (!found || !(await endOneSignIn(tx, found.idHash))) return false;
  await recordEnds(tx, userId, 1);
  return true;
};

/** Ends all of a person's own sign-ins, but the one with the hash `except` if that is given. */
export const endOwnSignIns = async (tx: Tx, userId: string, except?: string): Promise<void> => {
  const number = await endSignIns(tx, userId, except);
  if (number > 0) await recordEnds(tx, userId, number);
};

const recordEnds = (tx: Tx, userId: string, number: number) =>
  tx.record(null, { actor: userId, action: 'user.sign-ins-ended', object: userId, after: { signIns: number } });

const openOf = (db: Reader, userId: string, at: number) =>
  db
    .select()
    .from(signIns)
    .where(and(eq(signIns.userId, userId), gt(signIns.expiresAt, at)))
    .orderBy(desc(signIns.createdAt));

const publicId = (idHash: string): string =>
  createHash('sha256').update(`sign-in ${idHash}`).digest('base64url').slice(0, 22);

const lastUse = ({ since, seenAt }: OwnSignIn): number => Math.max(since, seenAt ?? 0);
