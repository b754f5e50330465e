import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../db/doors.ts';
import { drafts } from '../db/schema.ts';
import { type Params, statement, writeStatement } from '../db/statement.ts';
import { longestMessage } from './message.ts';

/** Where a draft belongs: a session at the desk, or a line that the person writes to. */
export type DraftPlace = `session:${string}` | `line:${string}`;

/** Keeps what a person has typed and not sent yet; an empty text keeps nothing. Too long a text is cut, not refused. */
export const saveDraft = async (
  tx: Tx,
  personId: string,
  place: DraftPlace,
  text: string,
  at: number,
): Promise<void> => {
  if (text.trim() === '') return await dropDraft(tx, personId, place);
  // Twice the limit: who typed too much gets all of it back to shorten it.
  const kept = { text: text.slice(0, 2 * longestMessage), updatedAt: at };
  await tx
    .insert(drafts)
    .values({ userId: personId, place, ...kept })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.place], set: kept });
};

/** Forgets a draft: it was sent, or emptied. */
export const dropDraft = async (tx: Tx, personId: string, place: DraftPlace): Promise<void> => {
  await deleteDraft(tx, { userId: personId, place });
};

/** What the person had typed here; empty if nothing. */
export const draftOf = async (db: Reader, personId: string, place: DraftPlace): Promise<string> => {
  const [draft] = await draftText(db, { userId: personId, place });
  return draft?.text ?? '';
};

const deleteDraft = writeStatement((tx, p: Params<{ userId: string; place: string }>) =>
  tx.delete(drafts).where(and(eq(drafts.userId, p('userId')), eq(drafts.place, p('place')))),
);

const draftText = statement((db, p: Params<{ userId: string; place: string }>) =>
  db
    .select({ text: drafts.text })
    .from(drafts)
    .where(and(eq(drafts.userId, p('userId')), eq(drafts.place, p('place')))),
);
