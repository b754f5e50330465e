import type { App } from '../apps/app.ts';
import type { Reader } from '../db/doors.ts';
import { isFromOutside } from './account-block.ts';
import type { AtSession } from './at-session.ts';
import { whyNotCreate } from './of-session.ts';
import { mayCreate, mayLink } from './policy.ts';
import type { RecordRefusal } from './refusal.ts';
import { linkedAlready } from './who-linked.ts';

/** What is to be made: the client's own item ("Link"), or something else for the client in one of the line's apps ("Create"). */
export type Wanted = { as: 'client' } | { as: 'other'; appId: string };

/** What a form beside the conversation is for. */
export type FormFor = {
  app: App;
  /** Whether a new item can be made; else one can only be linked. */
  create: boolean;
};

/** Whether the person may begin with this, or why not. */
export const formFor = async (db: Reader, at: AtSession, wanted: Wanted): Promise<FormFor | RecordRefusal> => {
  const found = usedBy(at, wanted);
  if ('refused' in found || wanted.as === 'other') return found;
  const { session, linked } = at;
  const items = linked?.items ?? [];
  return items.length > 0 ? await linkedAlready(db, found.app, items, session.client.accountId) : found;
};

/** The same but for whether the client is linked already: the app, if the line uses it and the person may do something in it. */
export const usedBy = (at: AtSession, wanted: Wanted): FormFor | RecordRefusal =>
  wanted.as === 'client' ? forClient(at) : forOther(at, wanted.appId);

const forClient = ({ session, linked, mayOf }: AtSession): FormFor | RecordRefusal => {
  if (!isFromOutside(session)) return { refused: 'outside' };
  if (!linked) return { refused: 'other-app' };
  const may = mayOf(linked.app);
  return mayLink(may) ? { app: linked.app, create: mayCreate(may) } : { refused: 'right', app: linked.app.name };
};

const forOther = ({ session, apps, linked, mayOf }: AtSession, appId: string): FormFor | RecordRefusal => {
  const app = apps.created.find(({ id }) => id === appId);
  if (!app) return { refused: 'other-app' };
  if (!mayCreate(mayOf(app))) return { refused: 'right', app: app.name };
  return whyNotCreate(session, linked) ? { refused: 'not-linked' } : { app, create: true };
};
