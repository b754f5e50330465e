import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { files, users } from '../db/schema.ts';
import { personAvatar } from './avatar.ts';
import type { StoredPerson } from './sign-in/sign-ins.ts';

/** What people say of themselves and choose. `language` and `timeZone` null: as their browser says. */
export type Profile = Pick<StoredPerson, 'name' | 'language' | 'theme' | 'sound' | 'timeZone'>;

/** A person's profile, with the email they sign in with and their picture; undefined for nobody. */
export const profileOf = async (
  db: Reader,
  userId: string,
): Promise<(Profile & { email: string; avatar: string | null }) | undefined> => {
  const [row] = await db
    .select({ ...columns, email: users.email, fileId: users.avatarFileId })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) return undefined;
  const { fileId, ...profile } = row;
  return { ...profile, avatar: personAvatar(userId, fileId) };
};

/** Keeps what a person changed of their own profile; their open pages hear of it. What is left out stays as it is. */
export const changeProfile = async (tx: Tx, userId: string, change: Partial<Profile>): Promise<void> => {
  const { name } = change;
  const [before] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  await tx
    .update(users)
    .set({ ...change, ...(name !== undefined && { nameKey: searchKey(name) }) })
    .where(eq(users.id, userId));
  const fact = { kind: 'person', ids: { person: userId } } as const;
  if (name === undefined || !before || name === before.name) return await tx.record(fact);
  const values = { before: { name: before.name }, after: { name } };
  await tx.record(fact, { actor: userId, action: 'user.changed', object: userId, ...values });
};

/** Gives a person another picture, or none. @param fileId a file that is kept already, in this very unit of work */
export const setAvatar = async (tx: Tx, actor: string, userId: string, fileId: string | null): Promise<void> => {
  const [before] = await tx.select({ avatar: users.avatarFileId }).from(users).where(eq(users.id, userId));
  if (!before || before.avatar === fileId) return;
  await tx.update(users).set({ avatarFileId: fileId }).where(eq(users.id, userId));
  await tx.record(
    { kind: 'person', ids: { person: userId } },
    { actor, action: 'user.avatar-changed', object: userId, before, after: { avatar: fileId } },
  );
};

/** The stored file of a person's picture; undefined for nobody, and for whoever has none. */
export const avatarFileOf = async (
  db: Reader,
  userId: string,
): Promise<{ id: string; name: string; type: string; size: number } | undefined> => {
  const [file] = await db
    .select({ id: files.id, name: files.name, type: files.type, size: files.size })
    .from(users)
    .innerJoin(files, eq(files.id, users.avatarFileId))
    .where(eq(users.id, userId));
  return file;
};

const columns = {
  name: users.name,
  language: users.language,
  theme: users.theme,
  sound: users.sound,
  timeZone: users.timeZone,
};
