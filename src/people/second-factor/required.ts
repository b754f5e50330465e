import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { groupMembers, groups, secondFactors, settings, users } from '../../db/schema.ts';

/** Who may not work without a second factor. */
export const requirements = ['nobody', 'administrators', 'everyone'] as const;

export type Requirement = (typeof requirements)[number];

/** The row of `settings` that says it; without one, nobody. */
export const requirementKey = 'second-factor-required';

/** What a stored word says. */
export const asRequirement = (stored: string | null | undefined): Requirement =>
  requirements.find((one) => one === stored) ?? 'nobody';

/** Of whom a second factor is required. */
export const requirementOf = async (db: Reader): Promise<Requirement> => {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, requirementKey));
  return asRequirement(row?.value);
};

/**
 * Requires a second factor of others than before; whoever lacks one has to set it up with their next request. False: somebody
 * else changed it meanwhile, it is not `from` any more.
 */
export const requireSecondFactor = async (
  tx: Tx,
  actor: string,
  from: Requirement,
  to: Requirement,
): Promise<boolean> => {
  if (from === to) return (await requirementOf(tx)) === from;
  const row = { key: requirementKey, value: to };
  const asItWas = eq(settings.value, from);
  const changed =
    from === 'nobody'
      ? await tx
          .insert(settings)
          .values(row)
          .onConflictDoUpdate({ target: settings.key, set: { value: to }, setWhere: asItWas })
          .returning()
      : await tx
          .update(settings)
          .set({ value: to })
          .where(and(eq(settings.key, requirementKey), asItWas))
          .returning();
  if (changed.length === 0) return false;
  await tx.record(null, {
    actor,
    action: 'company.second-factor-required',
    object: 'company',
    before: { secondFactor: from },
    after: { secondFactor: to },
  });
  return true;
};

/** How many people there are, and how many of them have a second factor; all of them active. */
export type Spread = Record<'people' | 'protectedPeople' | 'administrators' | 'protectedAdministrators', number>;

/** How far second factors have come in the company. */
export const spreadOf = async (db: Reader): Promise<Spread> => {
  const [row] = await db
    .select({
      people: count(users.id),
      protectedPeople: count(secondFactors.userId),
      administrators: count(groupMembers.userId),
      protectedAdministrators:
        sql<number>`count(case when ${groupMembers.userId} is not null then ${secondFactors.userId} end)`.mapWith(
          Number,
        ),
    })
    .from(users)
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)))
    .leftJoin(groups, eq(groups.system, 'administrators'))
    .leftJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), eq(groupMembers.userId, users.id)))
    .where(eq(users.active, true));
  return row ?? { people: 0, protectedPeople: 0, administrators: 0, protectedAdministrators: 0 };
};

const count = (column: typeof users.id | typeof secondFactors.userId | typeof groupMembers.userId) =>
  sql<number>`count(${column})`.mapWith(Number);
