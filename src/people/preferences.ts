import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import type { StoredPerson } from './sign-ins.ts';

/** What people choose for themselves. `language` null: as their browser says. */
export type Preferences = Pick<StoredPerson, 'language' | 'theme' | 'sound'>;

/** What a person chose, and the email they sign in with; undefined for nobody. */
export const preferencesOf = async (
  db: Reader,
  userId: string,
): Promise<(Preferences & { email: string }) | undefined> => {
  const [row] = await db
    .select({ language: users.language, theme: users.theme, sound: users.sound, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  return row;
};

/** Keeps what a person chose; their open pages hear of it. */
export const setPreferences = async (tx: Tx, userId: string, preferences: Preferences): Promise<void> => {
  await tx.update(users).set(preferences).where(eq(users.id, userId));
  await tx.record({ kind: 'person', ids: { person: userId } });
};
