import type { App } from '../../../apps/app.ts';
import { appById } from '../../../apps/read.ts';
import { createSignIns } from '../../../people/sign-in/sign-ins.ts';
import { openHouse, password } from '../../testing.ts';

/** A company, its administrator's browser, and those of others. */
export const openBuilder = async () => {
  const { db, browser, adminId } = await openHouse();
  const admin = browser();
  await admin.signIn('admin@example.com', password);
  const signIns = createSignIns(db, { secure: false });
  const as = async (userId: string) => {
    const cookie = await db.write(async (tx) => (await signIns.start(tx, userId)).split(';')[0] ?? '');
    return browser({ headers: { cookie } });
  };
  const app = async (id: string): Promise<App> => {
    const found = await appById(db.read, id);
    if (!found) throw new Error('There is no such app.');
    return found;
  };
  return { db, admin, adminId, as, app };
};

/** What a hidden input holds. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
