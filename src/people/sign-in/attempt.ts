import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { searchKey } from '../../db/key.ts';
import { users } from '../../db/schema.ts';
import { verifyPassword } from '../password/password.ts';
import type { Patience } from './patience.ts';
import { createTurns } from './turns.ts';

/**
 * What a try to sign in came to. Seconds say when the next try makes sense; the mark is for the browser's cookie, see `Patience`. The hash is the one that the password fits: by the time of the sign-in there may be another.
 */
export type AttemptOutcome =
  | { userId: string; passwordHash: string; mark: string }
  | { refused: 'wrong' }
  | { refused: 'slow'; seconds: number };

/** `address` is the network address as trusted proxies tell it; `pause` waits the given milliseconds. */
type Try = {
  email: string;
  password: string;
  address: string;
  mark?: string | undefined;
  pause?: (ms: number) => Promise<void>;
};

/**
 * Says whose password it is. A wrong email, a wrong password and a deactivated person are answered alike, after the same
 * work.
 * @throws Crowded when hundreds try at the same time
 */
export const attempt = async (
  db: Reader,
  patience: Patience,
  { email, password, address, mark, pause = sleep }: Try,
): Promise<AttemptOutcome> => {
  const who = { account: searchKey(email), address, mark };
  const held = patience.secondsToWait(who) > 0 ? 0 : patience.holdBack(who);
  if (held > 0) await pause(held);
  return turns(async () => {
    // Asked when it is this one's turn: of many tries sent at once each sees what became of the ones before.
    const seconds = patience.secondsToWait(who);
    if (seconds > 0) return { refused: 'slow', seconds };
    const [user] = await db
      .select({ id: users.id, passwordHash: users.passwordHash, active: users.active })
      .from(users)
      .where(eq(users.emailKey, who.account));
    const matches = await verifyPassword(password, user?.passwordHash);
    if (!(user && matches && user.active)) {
      patience.failed(who);
      return { refused: 'wrong' };
    }
    return { userId: user.id, passwordHash: user.passwordHash, mark: patience.succeeded(who) };
  });
};

/**
 * Whether a password that was right a moment ago still is: it may have been changed, or its person shut out, while it was judged. Nobody
 * changes it from then on before this unit of work is over.
 */
export const stillFits = async (tx: Tx, right: { userId: string; passwordHash: string }): Promise<boolean> => {
  const { userId, passwordHash } = right;
  // Written only to be held: whoever changes the password at this moment waits, and then ends what this unit of work opens.
  const held = await tx
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash), eq(users.active, true)))
    .returning({ id: users.id });
  return held.length > 0;
};

// Each hash takes 19 MiB and a thread of a small pool that files need as well.
const turns = createTurns(2, 500);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
