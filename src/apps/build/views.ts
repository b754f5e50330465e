import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/doors.ts';
import { appViews } from '../../db/schema.ts';

/** How many saved views of an app show a field, or are sorted or narrowed by it. @param n the field's number: views name it by that */
export const viewsUsing = async (db: Reader, appId: string, n: number): Promise<number> => {
  const views = await viewsOf(db, appId);
  return views.filter(({ query }) => [...new URLSearchParams(query)].some((param) => names(param, n))).length;
};

/**
 * Lets saved views go on with a field that has got another number with its other type: as a column, and as what they are sorted by.
 * What they are narrowed to was said of the old values, and stays with the old number.
 */
export const followViews = async (tx: Tx, appId: string, from: number, to: number): Promise<void> => {
  for (const { id, query } of await viewsOf(tx, appId)) {
    const params = [...new URLSearchParams(query)];
    if (!params.some((param) => shows(param, from))) continue;
    const followed = params.map(([name, value]) =>
      shows([name, value], from) ? [name, value.replace(`f${from}`, `f${to}`)] : [name, value],
    );
    await tx
      .update(appViews)
      .set({ query: new URLSearchParams(followed).toString() })
      .where(eq(appViews.id, id));
  }
};

const shows = ([name, value]: [string, string], n: number): boolean =>
  (name === 'col' && value === `f${n}`) || (name === 'sort' && value.replace(/^-/, '') === `f${n}`);

const names = (param: [string, string], n: number): boolean => shows(param, n) || param[0].split('.')[0] === `f${n}`;

const viewsOf = (db: Reader, appId: string) =>
  db.select({ id: appViews.id, query: appViews.query }).from(appViews).where(eq(appViews.appId, appId));
