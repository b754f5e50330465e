import { and, eq, lte } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Db, Tx } from '../../db/doors.ts';
import { isDatabaseError } from '../../db/errors.ts';
import { groupMembers, groups, secondFactors, settings, signIns, users } from '../../db/schema.ts';
import { type Params, statement } from '../../db/statement.ts';
import { personAvatar } from '../avatar.ts';
import type { Person } from '../person.ts';
import { requirementKey } from '../second-factor/required.ts';
import { type Duty, dutyOf } from './duty.ts';

/** What a sign-in is asked for with every request: whose it is, whether that is an administrator, and what they owe first. */
export type SignInUser = Omit<Person, 'id' | 'language'> & { language: Person['language'] | null; duty: Duty | null };

/** Where a sign-in was opened: what the browser says it is, and the network address. And when it was last used, ms since 1970. */
export type SignInPlace = { device: string | null; address: string | null; seenAt: number | null };

/**
 * Lucia's view of our table. It gives the secret of a sign-in in and out; only `hashOf(secret)` is stored. Inside a unit of
 * work it is part of it, so that a change and the sign-ins it ends or opens are one.
 */
export const signInAdapter = (db: Db, hashOf: (secret: string) => string): Adapter => {
  const within = async (work: (tx: Tx) => Promise<unknown>): Promise<void> => {
    const tx = db.current();
    await (tx ? work(tx) : db.write(work));
  };

  return {
    async getSessionAndUser(secret) {
      const [row] = await findSignIn(db.current() ?? db.read, { idHash: hashOf(secret) });
      if (!row) return [null, null];
      const {
        userId,
        expiresAt,
        seenAt,
        administers,
        avatarFileId,
        mustChangePassword,
        secondFactorAt,
        requires,
        ...rest
      } = row;
      const administrator = administers !== null;
      const duty = dutyOf({ mustChangePassword, secondFactorAt, administrator, requires });
      const attributes = { device: null, address: null, seenAt };
      const session = { id: secret, userId, expiresAt: new Date(expiresAt), attributes };
      const avatar = personAvatar(userId, avatarFileId);
      return [session, { id: userId, attributes: { ...rest, avatar, administrator, duty } }];
    },
    async getUserSessions(userId) {
      const rows = await (db.current() ?? db.read).select().from(signIns).where(eq(signIns.userId, userId));
      return rows.map(({ idHash, expiresAt, device, address, seenAt }): DatabaseSession => {
        return { id: idHash, userId, expiresAt: new Date(expiresAt), attributes: { device, address, seenAt } };
      });
    },
    setSession: ({ id, userId, expiresAt, attributes: { device, address, seenAt } }) =>
      within((tx) =>
        tx.insert(signIns).values({
          idHash: hashOf(id),
          userId,
          createdAt: Date.now(),
          expiresAt: expiresAt.getTime(),
          device,
          address,
          seenAt,
        }),
      ),
    updateSessionExpiration: (id, expiresAt) =>
      housekeeping(
        within((tx) =>
          tx
            .update(signIns)
            .set({ expiresAt: expiresAt.getTime() })
            .where(eq(signIns.idHash, hashOf(id))),
        ),
      ),
    deleteSession: (id) => housekeeping(within((tx) => tx.delete(signIns).where(eq(signIns.idHash, hashOf(id))))),
    deleteUserSessions: (userId) => within((tx) => tx.delete(signIns).where(eq(signIns.userId, userId))),
    deleteExpiredSessions: () => within((tx) => tx.delete(signIns).where(lte(signIns.expiresAt, Date.now()))),
  };
};

/** Asked with every request. Whoever was deactivated is nobody, even before their rows are gone. */
const findSignIn = statement((db, p: Params<{ idHash: string }>) =>
  db
    .select({
      userId: signIns.userId,
      expiresAt: signIns.expiresAt,
      seenAt: signIns.seenAt,
      name: users.name,
      language: users.language,
      theme: users.theme,
      sound: users.sound,
      timeZone: users.timeZone,
      avatarFileId: users.avatarFileId,
      administers: groupMembers.userId,
      mustChangePassword: users.mustChangePassword,
      secondFactorAt: secondFactors.confirmedAt,
      requires: settings.value,
    })
    .from(signIns)
    .innerJoin(users, and(eq(users.id, signIns.userId), eq(users.active, true)))
    .leftJoin(groups, eq(groups.system, 'administrators'))
    .leftJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), eq(groupMembers.userId, users.id)))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(settings, eq(settings.key, requirementKey))
    .where(eq(signIns.idHash, p('idHash'))),
);

/** Prolonging a sign-in and sweeping an old one up can wait: a full or locked disk must not keep people from reading. */
const housekeeping = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
  }
};
