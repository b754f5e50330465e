import { and, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, files, lines } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import type { Person } from '../people/person.ts';
import { mayConfigure } from './policy.ts';
import { linesOperatedBy, linesSupervisedBy, linesWritableBy } from './roles.ts';

/** How others may know a line: its name, and its picture's file. */
export type Face = { name: string; avatar: Picture | null };

type Picture = { id: string; name: string; type: string; size: number; hash: string };

/**
 * A line's name and avatar, for whoever may know that it exists: who writes to it or once did, operates, supervises or
 * configures it. Null for everybody else, as for a line that does not exist.
 */
export const lineSeenBy = async (
  db: Reader,
  person: Pick<Person, 'id' | 'administrator'>,
  lineId: string,
): Promise<Face | null> => {
  const [line] = mayConfigure(person)
    ? await anyLine(db, { line: lineId })
    : await knownLine(db, { person: person.id, line: lineId });
  return line ?? null;
};

/** A line's picture as it is stored, null for none. */
export const pictureOf = async (db: Reader, lineId: string): Promise<Picture | null> => {
  const [line] = await anyLine(db, { line: lineId });
  return line?.avatar ?? null;
};

const faces = (db: Reader) =>
  db
    .select({
      name: lines.name,
      avatar: { id: files.id, name: files.name, type: files.type, size: files.size, hash: files.hash },
    })
    .from(lines)
    .leftJoin(files, eq(files.id, lines.avatarFileId));

const anyLine = statement((db, p: Params<{ line: string }>) => faces(db).where(eq(lines.id, p('line'))));

const knownLine = statement((db, p: Params<{ line: string; person: string }>) =>
  faces(db).where(
    and(
      eq(lines.id, p('line')),
      or(
        inArray(lines.id, linesWritableBy(db, p('person'))),
        inArray(lines.id, linesOperatedBy(db, p('person'))),
        inArray(lines.id, linesSupervisedBy(db, p('person'))),
        inArray(
          lines.id,
          db
            .select({ id: conversations.lineId })
            .from(conversations)
            .where(eq(conversations.clientUserId, p('person'))),
        ),
      ),
    ),
  ),
);
