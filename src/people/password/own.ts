import { eq } from 'drizzle-orm';
import type { Db } from '../../db/doors.ts';
import { users } from '../../db/schema.ts';
import { attempt, stillFits } from '../sign-in/attempt.ts';
import type { Patience } from '../sign-in/patience.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { setPassword } from './set.ts';

/** Why somebody's own password was not changed. Nothing happened. */
export type PasswordRefusal =
  /** The current password is another one. */
  | { refused: 'wrong' }
  /** Too many wrong ones: in so many seconds the next try makes sense. */
  | { refused: 'slow'; seconds: number }
  /** The new password is the current one. */
  | { refused: 'same' }
  /** It was changed elsewhere while this was judged. */
  | { refused: 'changed' };

/**
 * `current` is asked of everybody but who has to choose another because somebody else chose the one that is valid: null. `signIn`: the
 * hash of the sign-in that stays. `address`: the network address that tries.
 */
type Change = {
  userId: string;
  email: string;
  current: string | null;
  password: string;
  signIn: string;
  address: string;
};

/**
 * Changes a person's own password, which ends all their other sign-ins.
 * @throws Crowded when hundreds try at the same time
 */
export const changeOwnPassword = async (
  db: Db,
  patience: Patience,
  change: Change,
): Promise<{ done: true } | PasswordRefusal> => {
  const { userId, password, signIn } = change;
  const right = change.current === null ? await imposed(db, userId) : await judge(db, patience, change, change.current);
  if ('refused' in right) return right;
  if (await verifyPassword(password, right.passwordHash)) return { refused: 'same' };
  const passwordHash = await hashPassword(password);
  return await db.write(async (tx) => {
    if (!(await stillFits(tx, right))) return { refused: 'changed' };
    await setPassword(tx, userId, userId, passwordHash, signIn);
    return { done: true };
  });
};

type Right = { userId: string; passwordHash: string };

const judge = async (
  db: Db,
  patience: Patience,
  { email, address }: Change,
  current: string,
): Promise<Right | PasswordRefusal> => await attempt(db.read, patience, { email, password: current, address });

/** The password that somebody else chose; nobody else's is changed without being known. */
const imposed = async (db: Db, userId: string): Promise<Right | PasswordRefusal> => {
  const [user] = await db.read
    .select({ passwordHash: users.passwordHash, mustChange: users.mustChangePassword })
    .from(users)
    .where(eq(users.id, userId));
  return user?.mustChange ? { userId, passwordHash: user.passwordHash } : { refused: 'wrong' };
};
