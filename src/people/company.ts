import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { groupMembers, groups, settings } from '../db/schema.ts';
import { newId } from '../id.ts';
import { addUser } from './new-user.ts';

/** Whether there is a company yet; before, only the set-up page answers. */
export const isSetUp = async (db: Reader): Promise<boolean> => (await companyName(db)) !== undefined;

/** The company's name; undefined before set-up. */
export const companyName = async (db: Reader): Promise<string | undefined> => {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, companyKey));
  return row?.value;
};

/** What the set-up page asks, and the names of the groups that the product brings along. `at`: ms since 1970, UTC. */
export type NewCompany = {
  company: string;
  name: string;
  email: string;
  passwordHash: string;
  administrators: string;
  everyone: string;
  at: number;
};

/**
 * Creates the company, the groups Administrators and Everyone, and the first administrator, whose id is answered.
 * Of two who do it at once the second is refused by the keys: 'set-up-already'.
 */
export const createCompany = async (tx: Tx, given: NewCompany): Promise<string> => {
  await tx.insert(settings).values({ key: companyKey, value: given.company });
  await addSystemGroup(tx, 'everyone', given.everyone, given.at);
  const administrators = await addSystemGroup(tx, 'administrators', given.administrators, given.at);
  const userId = await addUser(tx, given);
  await tx.insert(groupMembers).values({ groupId: administrators, userId });
  await tx.record(
    { kind: 'rights', ids: { person: userId } },
    { actor: userId, action: 'company.created', object: userId, after: { company: given.company, email: given.email } },
  );
  return userId;
};

const companyKey = 'company';

const addSystemGroup = async (
  tx: Tx,
  system: 'administrators' | 'everyone',
  name: string,
  at: number,
): Promise<string> => {
  const id = newId();
  await tx.insert(groups).values({ id, name, nameKey: searchKey(name), system, createdAt: at });
  return id;
};
