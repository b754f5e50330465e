import { eq } from 'drizzle-orm';
import type { Tx } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import type { StoredPerson } from './sign-ins.ts';

/** What people choose for themselves. `language` null: as their browser says. */
export type Preferences = Pick<StoredPerson, 'language' | 'theme' | 'sound'>;

/** Keeps what a person chose; their open pages hear of it. */
export const setPreferences = async (tx: Tx, userId: string, preferences: Preferences): Promise<void> => {
  await tx.update(users).set(preferences).where(eq(users.id, userId));
  await tx.record({ kind: 'person', ids: { person: userId } });
};
