import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { FindItem } from '../../../views/records/find-item.tsx';
import { NewItem } from '../../../views/records/new-item.tsx';
import type { App } from '../../apps/app.ts';
import { newId } from '../../id.ts';
import type { AtSession } from '../../records/at-session.ts';
import { accountFacts } from '../../records/client.ts';
import type { FormFor, Wanted } from '../../records/form-for.ts';
import { fixedFor, referenceTo, toldOf } from '../../records/prefill.ts';
import { searchedFor, suggestedFor } from '../../records/suggest.ts';
import { itemFields } from '../apps/items/fields.tsx';
import { newForm, type ShownForm } from '../apps/items/form.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isHtmx } from '../htmx.ts';
import { showRecord } from './show-record.tsx';

/** A form beside a conversation, as it is shown. */
export type ShownRecord = {
  as: Wanted['as'];
  /** The id that the new item will have. */
  id: string;
  form: ShownForm;
  note?: string;
  status?: ContentfulStatusCode;
};

/** Shows the form of a new item, and where it is the client's own, the ways to one that is there. */
export const showForm = async (
  c: Asked<SignedIn>,
  at: AtSession,
  { app, create }: FormFor,
  { as, id, form, note, status }: ShownRecord,
): Promise<Response> => {
  const { words } = c.var;
  const { session } = at;
  const fields = create && (await itemFields(c, app, form, { fixed: fixedFor(app, session.client.accountId) }));
  const title = as === 'client' ? words.records.linkTitle(session.client.name) : words.records.createTitle(app.name);
  const children = (
    <>
      {as === 'client' && <FindItem {...(await findings(c, at, app))} words={words} />}
      {as === 'client' && create && <h2>{words.records.newTitle(app.name)}</h2>}
      {fields && <NewItem {...{ sessionId: session.id, appId: app.id, as, id, fields, dialog: isHtmx(c), words }} />}
    </>
  );
  return await showRecord(c, session.id, { title, note, children }, status);
};

/** The same before anything was typed. */
export const showFresh = async (
  c: Asked<SignedIn>,
  at: AtSession,
  found: FormFor,
  as: Wanted['as'],
  told: Pick<ShownRecord, 'note' | 'status'> = {},
): Promise<Response> => {
  const { app } = found;
  const fixed = fixedFor(app, at.session.client.accountId);
  const given =
    as === 'client'
      ? toldOf(app, await accountFacts(c.var.house.db.read, at.session.client.accountId))
      : referenceTo(app, at.linked);
  return await showForm(c, at, found, { as, id: newId(), form: newForm(c, app, { fixed, given }), ...told });
};

const findings = async (c: Asked<SignedIn>, { session }: AtSession, app: App) => {
  const { house, person } = c.var;
  const db = house.db.read;
  const text = c.req.query('q') ?? '';
  const facts = await accountFacts(db, session.client.accountId);
  return {
    ...{ sessionId: session.id, appId: app.id, text },
    suggested: await suggestedFor(db, person.id, app, facts),
    found: await searchedFor(db, person.id, app, text),
  };
};
