import { createHash, randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { recoveryCodes } from '../../db/schema.ts';

/** How many a person is given at a time. */
const recoveryCodeCount = 10;

/**
 * Gives a person new recovery codes, and answers them: only their hashes are kept. Earlier ones end. Records nothing: its callers do.
 */
export const replaceRecoveryCodes = async (tx: Tx, userId: string): Promise<readonly string[]> => {
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  await dropRecoveryCodes(tx, userId);
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })));
  return codes;
};

/** Uses a code up. Of two at once one gets true; so does nobody for a code that was used or never was. */
export const spendRecoveryCode = async (tx: Tx, userId: string, typed: string): Promise<boolean> => {
  const spent = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, hashOf(userId, typed))))
    .returning({ userId: recoveryCodes.userId });
  return spent.length > 0;
};

/** How many a person has left. */
export const recoveryCodesLeft = (db: Reader, userId: string): Promise<number> =>
  db.$count(recoveryCodes, eq(recoveryCodes.userId, userId));

/** Ends all recovery codes of a person. */
export const dropRecoveryCodes = async (tx: Tx, userId: string): Promise<void> => {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
};

/** Digits and letters that nobody mixes up: without i, l, o and u. */
const characters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Twelve characters, 60 bits: nobody finds one by trying, not even with all hashes at hand. */
const newCode = (): string => {
  const all = Array.from({ length: 12 }, () => characters[randomInt(characters.length)]).join('');
  return all.replace(/(.{4})(?=.)/g, '$1-');
};

/** A fast hash will do, since the codes are random. However a code was typed, it is the same one. */
const hashOf = (userId: string, typed: string): string => {
  const plain = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return createHash('sha256').update(`${userId}\n${plain}`).digest('hex');
};
