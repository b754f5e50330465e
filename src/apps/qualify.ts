import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { apps, fields, lineCreatedApps, lines } from '../db/schema.ts';
import type { App } from './app.ts';
import { appsById } from './read.ts';

/** Whether a line can be set to use an app, or why it cannot. */
export type Qualifies = { ok: true } | { ok: false; why: 'archived' | 'no-account' | 'no-account-or-reference' };

/** Apps by id; those that are not in it count as not there. */
type Apps = ReadonlyMap<string, App>;

/** Whether an app can be a line's app for account link (3.4): its form has a field of type Account. */
export const linkable = (app: App): Qualifies => {
  if (app.archivedAt !== null) return { ok: false, why: 'archived' };
  return holdsAccounts(app) ? { ok: true } : { ok: false, why: 'no-account' };
};

/**
 * Whether items of an app can be created from a line's chat (3.4): its form has a field of type Account, or one that refers to
 * an app whose form has one.
 *
 * @param known what its references lead to
 */
export const creatable = (app: App, known: Apps): Qualifies => {
  if (app.archivedAt !== null) return { ok: false, why: 'archived' };
  const reaches = holdsAccounts(app) || referredTo(app).some((id) => leadsToAccounts(known.get(id)));
  return reaches ? { ok: true } : { ok: false, why: 'no-account-or-reference' };
};

/** The ids of the apps that the references on an app's form lead to, each once. */
export const referredTo = (app: Pick<App, 'fields'>): string[] => [
  ...new Set(
    app.fields.flatMap((field) =>
      field.onForm && (field.kind === 'reference' || field.kind === 'references') ? [field.options.app] : [],
    ),
  ),
];

/** A line, as whoever must not break it is told of it. */
export type BoundLine = { id: string; name: string };

/**
 * The lines that rely on an app and could not be set as they are if it became `after`: they keep the change from being made. Lines
 * that are archived rely on nothing. By name.
 *
 * @param db in a unit of work that stores the change: after `holdReliance`
 */
export const linesBrokenBy = async (db: Reader, after: App): Promise<BoundLine[]> => {
  const bound = await boundTo(db, after.id);
  const known = await appsById(db, [...new Set(bound.map(({ appId }) => appId))]);
  const beyond = await appsById(db, [...known.values(), after].flatMap(referredTo));
  const before: Apps = new Map([...beyond, ...known]);
  const changed: Apps = new Map([...before, [after.id, after]]);
  const holds = ({ appId, use }: Bound, all: Apps): boolean => {
    const app = all.get(appId);
    return app !== undefined && (use === 'link' ? linkable(app) : creatable(app, all)).ok;
  };
  const broken = bound.filter((one) => holds(one, before) && !holds(one, changed));
  return [...new Map(broken.map(({ id, name }) => [id, { id, name }])).values()];
};

/**
 * Keeps the lines that rely on an app from being set otherwise, and others from being bound to it, until the unit of work is over: whoever
 * changes an app asks this first, and `linesBrokenBy` then.
 */
export const holdReliance = async (tx: Tx, appId: string): Promise<void> => {
  await holdApps(tx, [appId]);
  const ids = new Set((await boundTo(tx, appId)).map(({ id }) => id));
  // In one order, so that two who hold several never wait for each other; apps before lines, here as where lines are set.
  for (const id of [...ids].sort()) await tx.update(lines).set({ id }).where(eq(lines.id, id));
};

/** Keeps apps from being changed until the unit of work is over. */
export const holdApps = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const id of [...new Set(ids)].sort()) await tx.update(apps).set({ id }).where(eq(apps.id, id));
};

const holdsAccounts = (app: Pick<App, 'fields'>): boolean =>
  app.fields.some(({ kind, onForm }) => kind === 'account' && onForm);

const leadsToAccounts = (app: App | undefined): boolean =>
  app !== undefined && app.archivedAt === null && holdsAccounts(app);

type Bound = BoundLine & { appId: string; use: 'link' | 'create' };

/** Which lines use the app, or an app that refers to it, and for what. */
const boundTo = async (db: Reader, appId: string): Promise<Bound[]> => {
  const linked = await db
    .select({ id: lines.id, name: lines.name })
    .from(lines)
    .where(and(eq(lines.linkAppId, appId), isNull(lines.archivedAt)))
    .orderBy(asc(lines.nameKey));
  const referring = db
    .select({ id: fields.appId })
    .from(fields)
    .where(and(eq(fields.refersTo, appId), isNull(fields.removedAt)));
  const created = await db
    .select({ id: lines.id, name: lines.name, appId: lineCreatedApps.appId })
    .from(lineCreatedApps)
    .innerJoin(lines, eq(lines.id, lineCreatedApps.lineId))
    .where(
      and(isNull(lines.archivedAt), or(eq(lineCreatedApps.appId, appId), inArray(lineCreatedApps.appId, referring))),
    )
    .orderBy(asc(lines.nameKey));
  return [
    ...linked.map((line) => ({ ...line, appId, use: 'link' as const })),
    ...created.map((row) => ({ ...row, use: 'create' as const })),
  ];
};
