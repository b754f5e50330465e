import type { Doc } from '../apps/fields/value.ts';
import type { ItemRefusal } from '../apps/items/item.ts';
import { itemById } from '../apps/items/rows.ts';
import { createItem } from '../apps/items/write.ts';
import type { Tx } from '../db/doors.ts';
import type { StoredFile } from '../files/store.ts';
import { holdSession } from './at-session.ts';
import { formFor, usedBy, type Wanted } from './form-for.ts';
import { type ByInSession, candidate, told } from './link.ts';
import { fixedFor } from './prefill.ts';
import type { RecordDone, RecordRefusal } from './refusal.ts';

/** A new item, as a form beside the conversation brought it. */
export type NewFromChat = {
  appId: string;
  /** Made with the form: sent twice, it is one item. */
  id: string;
  doc: Doc;
  files: readonly StoredFile[];
  /** Accounts that the person may put into an item beside the client's. */
  accounts: readonly string[];
  as: Wanted['as'];
};

/** Makes an item from the chat: it holds the client's account wherever its form has a field for it. Told in the conversation once. */
export const createFromChat = async (
  tx: Tx,
  given: NewFromChat,
  by: ByInSession,
): Promise<RecordDone | RecordRefusal> => {
  const at = await holdSession(tx, by.person, by.session);
  if ('refused' in at) return at;
  const before = await itemById(tx, given.id);
  // What was made a moment ago by the same form is no reason to refuse it.
  const found = before ? usedBy(at, given) : await formFor(tx, at, given);
  if ('refused' in found) return found;
  const { app, create } = found;
  if (app.id !== given.appId) return { refused: 'other-app' };
  if (!create) return { refused: 'right', app: app.name };
  const { session, linked } = at;
  const doc = { ...given.doc, ...fixedFor(app, session.client.accountId) };
  const known = (linked?.items ?? []).map(({ id }) => id);
  const accounts = [session.client.accountId, ...given.accounts];
  const made = await createItem(
    tx,
    app,
    { id: given.id, doc, files: given.files },
    { actor: by.person, at: by.at, session: session.id, accounts, known },
  );
  if ('refused' in made) return refusedAs(made);
  if (before) return { item: candidate(app, made), message: null };
  return await told(tx, given.as === 'client' ? 'account-linked' : 'item-created', app, made, at, by);
};

const refusedAs = (refusal: ItemRefusal): RecordRefusal => {
  switch (refusal.refused) {
    case 'values':
      return refusal;
    case 'other-content':
      return { refused: 'again' };
    case 'no-app':
      return { refused: 'app-gone' };
  }
};
