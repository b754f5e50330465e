import { z } from 'zod';
import { type Found, findActors, findObjects } from '../../../audit/find.ts';
import type { AuditCursor, AuditFilter } from '../../../audit/shapes.ts';
import { actionsOf } from '../../../audit/what.ts';
import type { Reader } from '../../../db/doors.ts';

/** What of the log an address, or the form of an export, asks for. What makes no sense there counts as nothing. */
export const auditQuery = z.object({
  who: word(),
  actor: id(),
  product: z.literal('yes').optional().catch(undefined),
  what: word(),
  about: word(),
  object: id(),
  from: day(),
  until: day(),
  after: z.string().optional().catch(undefined),
});

export type AuditQuery = z.output<typeof auditQuery>;

/** The filter that is meant, and whether a typed name fits too many to be looked for. */
export type Meant = { filter: AuditFilter; tooMany: { who: boolean; about: boolean } };

/** Finds out whom and what is meant. Days are those of the time zone (IANA name), the last one included. */
export const meantBy = async (db: Reader, query: AuditQuery, zone: string): Promise<Meant> => {
  const who = query.actor ? [query.actor] : query.who && (await findActors(db, query.who));
  const about = query.object ? [query.object] : query.about && (await findObjects(db, query.about));
  const people = who && ids(who);
  const filter = {
    actors: query.product ? [...(people || []), null] : people || undefined,
    actions: query.what ? actionsOf(query.what) : undefined,
    objects: about ? ids(about) : undefined,
    from: query.from === undefined ? undefined : startOf(query.from, zone, 0),
    until: query.until === undefined ? undefined : startOf(query.until, zone, 1),
  };
  return { filter, tooMany: { who: who === 'too-many', about: about === 'too-many' } };
};

/** What the address of a page with this filter carries, without the place in the list. */
export const carried = ({ after: _, ...query }: AuditQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** Where in the list an address points; undefined: at its beginning. */
export const cursorOf = ({ after }: AuditQuery): AuditCursor | undefined => {
  const [, at, id] = /^(\d{1,15})-([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return at && id ? { at: Number(at), id } : undefined;
};

/** A place in the list as addresses write it. */
export const writeCursor = ({ at, id }: AuditCursor): string => `${at}-${id}`;

const ids = (found: Found): readonly string[] => (found === 'too-many' ? [] : found);

const startOf = (day: string, zone: string, later: number): number =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).epochMilliseconds;

function word() {
  return z.string().trim().max(200).catch('');
}

function id() {
  return z.string().min(1).max(64).optional().catch(undefined);
}

function day() {
  return z.iso.date().optional().catch(undefined);
}
