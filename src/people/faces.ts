import { inArray } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { users } from '../db/schema.ts';
import { personAvatar } from './avatar.ts';

/** Somebody as others see them; `avatar` is the address of the picture, null for none. */
export type Face = { id: string; name: string; avatar: string | null };

/** People by their ids, active or not; who is not there is missing. */
export const facesOf = async (db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Face>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name, fileId: users.avatarFileId })
    .from(users)
    .where(inArray(users.id, wanted));
  return new Map(rows.map(({ id, name, fileId }) => [id, { id, name, avatar: personAvatar(id, fileId) }] as const));
};
