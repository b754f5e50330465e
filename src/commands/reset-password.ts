import type { Config } from '../config.ts';
import { createPasswordLink, findPasswordLink, invitationDays, passwordLinkHours } from '../people/password-links.ts';
import { userByEmail } from '../people/users.ts';
import { existingDatabase } from './data-folder.ts';
import { openDatabase } from './house.ts';
import { exit, Refusal } from './refusal.ts';

/** Prints a one-time link with which a person chooses a new password; works while the server runs. */
export const run = async ([email]: readonly string[], config: Config): Promise<number> => {
  if (email === undefined)
    throw new Refusal(exit.usage, 'Whose password? Give the e-mail address: reset-password EMAIL');
  const db = await openDatabase(existingDatabase(config.dataDir));
  try {
    const user = await userByEmail(db.read, email);
    if (!user) throw new Refusal(exit.data, `Nobody here has the e-mail address ${email}.`);
    if (!user.active)
      throw new Refusal(exit.data, `${email} is deactivated. An administrator can activate them again.`);
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
