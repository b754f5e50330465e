import { and, asc, desc, eq, exists, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { contains } from '../db/contains.ts';
import type { Reader } from '../db/doors.ts';
import { searchKey } from '../db/key.ts';
import { accounts, channels, conversations, lines, sessions, users } from '../db/schema.ts';
import { linesOperatedBy, linesSupervisedBy } from '../lines/roles.ts';
import { personAvatar } from '../people/avatar.ts';
import { readCursor, writeCursor } from '../sessions/cursor.ts';
import { either, visibleTo } from '../sessions/scope.ts';
import type { Named } from '../sessions/shapes.ts';
import { heldByAnItem } from './account-items.ts';

/** Who looks at accounts. */
type Viewer = { id: string; administrator: boolean };

/**
 * The one scope of accounts, a condition on `accounts`: administrators see all of them, everybody else those of clients of whom they see
 * a session at the desk. The list, the page of one, pickers and what is written into items all ask it.
 */
const accountsVisibleTo = (db: Reader, person: Viewer): SQL => {
  if (person.administrator) return isNotNull(accounts.id);
  // From the lines, of which there are few: with each of them an account has one conversation, and that has an index.
  return exists(
    db
      .select({ one: sql`1` })
      .from(lines)
      .innerJoin(conversations, and(eq(conversations.lineId, lines.id), eq(conversations.accountId, accounts.id)))
      .innerJoin(sessions, eq(sessions.conversationId, conversations.id))
      .where(and(onOwnLine(db, person.id), visibleTo(db, person.id))),
  );
};

/** An account as lists show it. `channel`: the name of the channel it writes through; null for the built-in chat. */
export type AccountRow = {
  id: string;
  name: string;
  avatar: string | null;
  channel: string | null;
  phone: string | null;
  email: string | null;
  /** When it was seen first, ms since 1970, UTC. */
  createdAt: number;
};

/** What of the list is wanted. */
export type WantedAccounts = {
  /** Words of the name, the phone or the e-mail. */
  search: string;
  /** `chat`, or a channel's id; '' for all. */
  channel: string;
  /** Those alone that stand in no item which the viewer sees. */
  unlinked: boolean;
  after: string | undefined;
};

/** Accounts that the person sees, the one that came last first; `after` is the cursor of the next page. */
export const listAccounts = async (
  db: Reader,
  person: Viewer,
  { search, channel, unlinked, after }: WantedAccounts,
): Promise<{ rows: AccountRow[]; after: string | null }> => {
  const cursor = readCursor(after);
  const rest =
    cursor &&
    or(lt(accounts.createdAt, cursor.key), and(eq(accounts.createdAt, cursor.key), lt(accounts.id, cursor.id)));
  const found = await selectAccounts(db)
    .where(
      and(
        accountsVisibleTo(db, person),
        matches(search),
        throughChannel(channel),
        unlinked ? sql`not ${heldByAnItem(db, person.id)}` : undefined,
        rest,
      ),
    )
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(pageLength + 1);
  const rows = found.slice(0, pageLength).map(toAccount);
  const last = rows.at(-1);
  return { rows, after: found.length > pageLength && last ? writeCursor({ key: last.createdAt, id: last.id }) : null };
};

/** The first accounts that a search finds, for who picks one; by any of its words. */
export const findAccounts = async (
  db: Reader,
  person: Viewer,
  search: string,
  limit: number,
): Promise<AccountRow[]> => {
  const found = await selectAccounts(db)
    .where(and(accountsVisibleTo(db, person), matches(search)))
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(limit);
  return found.map(toAccount);
};

/** Those of some accounts that the person sees. */
export const accountsSeenOf = async (db: Reader, person: Viewer, ids: readonly string[]): Promise<AccountRow[]> => {
  if (ids.length === 0) return [];
  const found = await selectAccounts(db).where(and(inArray(accounts.id, [...ids]), accountsVisibleTo(db, person)));
  return found.map(toAccount);
};

/** The channels through which clients write from outside, of lines where the person sees sessions, by the lines' names and their own. */
export const channelChoices = async (db: Reader, person: Viewer): Promise<(Named & { line: string })[]> =>
  await db
    .select({ id: channels.id, name: channels.name, line: lines.name })
    .from(channels)
    .innerJoin(lines, eq(lines.id, channels.lineId))
    .where(person.administrator ? undefined : onOwnLine(db, person.id))
    .orderBy(asc(lines.nameKey), asc(channels.name));

/** Condition on `lines`: those where the person works at the desk. */
const onOwnLine = (db: Reader, personId: string): SQL =>
  either(inArray(lines.id, linesOperatedBy(db, personId)), inArray(lines.id, linesSupervisedBy(db, personId)));

const selectAccounts = (db: Reader) =>
  db
    .select({
      id: accounts.id,
      name: accounts.name,
      userId: users.id,
      userName: users.name,
      userEmail: users.email,
      fileId: users.avatarFileId,
      channel: channels.name,
      phone: accounts.phone,
      email: accounts.email,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.userId))
    .leftJoin(channels, eq(channels.id, accounts.channelId));

const toAccount = ({
  userId,
  userName,
  userEmail,
  fileId,
  ...row
}: Awaited<ReturnType<typeof selectAccounts>>[number]): AccountRow => ({
  ...row,
  name: userName ?? row.name,
  email: userEmail ?? row.email,
  avatar: userId === null ? null : personAvatar(userId, fileId),
});

const throughChannel = (channel: string): SQL | undefined => {
  if (channel === '') return undefined;
  return channel === 'chat' ? eq(accounts.channel, 'chat') : eq(accounts.channelId, channel);
};

/** Every word of it stands in the name, the phone or the e-mail. */
const matches = (search: string): SQL | undefined =>
  and(
    ...wordsOf(search).map((word) =>
      or(contains(accounts.findKey, word), contains(users.nameKey, word), contains(users.emailKey, word)),
    ),
  );

/** A phone, however it is written, is one word: its digits. */
const wordsOf = (search: string): string[] => {
  const digits = search.replace(/[\s()+.-]/gu, '');
  if (/^\d{5,}$/u.test(digits)) return [digits];
  return [...new Set(searchKey(search.replaceAll('\0', '')).split(' '))].filter(Boolean).slice(0, mostWords);
};

const pageLength = 50;

/** Each is one more comparison with every account. */
const mostWords = 10;
