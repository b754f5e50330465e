import { and, eq, inArray, or } from 'drizzle-orm';
import type { Reader } from '../db/doors.ts';
import { conversations, lines } from '../db/schema.ts';
import { type Params, statement } from '../db/statement.ts';
import type { Person } from '../people/person.ts';
import { mayConfigure } from './policy.ts';
import { linesOperatedBy, linesSupervisedBy, linesWritableBy } from './roles.ts';

/** How others may know a line. */
type Face = { id: string; name: string; avatar: string | null };

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

const face = { id: lines.id, name: lines.name, avatar: lines.avatarFileId };

const anyLine = statement((db, p: Params<{ line: string }>) =>
  db
    .select(face)
    .from(lines)
    .where(eq(lines.id, p('line'))),
);

const knownLine = statement((db, p: Params<{ line: string; person: string }>) =>
  db
    .select(face)
    .from(lines)
    .where(
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
