import type { Config } from '../config.ts';
import type { Db } from '../db/doors.ts';
import { createPasswordLink, findPasswordLink, invitationDays, passwordLinkHours } from '../people/password/links.ts';
import { orRefused } from '../people/second-factor/refusal.ts';
import { removeSecondFactor } from '../people/second-factor/turn-off.ts';
import { userByEmail } from '../people/users.ts';
import { existingDatabase } from './data-folder.ts';
import { openDatabase } from './house.ts';
import { exit, Refusal } from './refusal.ts';

/** Also turns the second factor off: the way back for an administrator who lost the phone, when there is no other one. */
const withoutFactor = '--without-second-factor';

/** Prints a one-time link with which a person chooses a new password; works while the server runs. */
export const run = async (args: readonly string[], config: Config): Promise<number> => {
  const [email, ...others] = args.filter((arg) => arg !== withoutFactor);
  const unknown = others[0] ?? (email?.startsWith('--') ? email : undefined);
  if (unknown !== undefined)
    throw new Refusal(exit.usage, `reset-password does not know ${unknown}: reset-password EMAIL [${withoutFactor}]`);
  if (email === undefined)
    throw new Refusal(exit.usage, 'Whose password? Give the e-mail address: reset-password EMAIL');
  const db = await openDatabase(existingDatabase(config.dataDir));
  try {
    const user = await userByEmail(db.read, email);
    if (!user) throw new Refusal(exit.data, `Nobody here has the e-mail address ${email}.`);
    if (!user.active)
      throw new Refusal(exit.data, `${email} is deactivated. An administrator can activate them again.`);
    if (args.includes(withoutFactor)) await dropFactor(db, user.id, email);
    const token = await db.write((tx) => createPasswordLink(tx, user.id, Date.now()));
    const address = config.publicUrl ?? `http://localhost:${config.port}`;
    console.log(`${address}/password/${token}`);
    const link = await findPasswordLink(db.read, token, Date.now());
    const lives = link?.kind === 'invitation' ? `${invitationDays} days` : `${passwordLinkHours} hours`;
    console.log(`The link works once, within ${lives}, for ${email}.`);
    return exit.ok;
  } finally {
    await db.close();
  }
};

const dropFactor = async (db: Db, userId: string, email: string): Promise<void> => {
  const dropped = await orRefused(db.write((tx) => removeSecondFactor(tx, null, userId)));
  console.error('done' in dropped ? `The second factor of ${email} is off.` : `${email} has no second factor.`);
};
