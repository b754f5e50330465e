import type { App } from '../../../apps/app.ts';
import { type Names, namesFor } from '../../../apps/fields/names.ts';
import { type Doc, valueIn } from '../../../apps/fields/value.ts';
import { accountsSeenOf } from '../../../records/accounts.ts';
import type { Asked, SignedIn } from '../../env.ts';

/** Which of the accounts that a document holds the person sees: only those may they put into an item. */
export const accountsGiven = async (
  { var: { house, person } }: Asked<SignedIn>,
  app: Pick<App, 'fields'>,
  doc: Doc,
): Promise<readonly string[]> => {
  const seen = await accountsSeenOf(house.db.read, person, accountsIn(app, doc));
  return seen.map(({ id }) => id);
};

/** The names of what a document names, where an account's leads to its page for who sees it. */
export const namesLeadingOn = async (c: Asked<SignedIn>, app: Pick<App, 'fields'>, doc: Doc): Promise<Names> => {
  const { house, person } = c.var;
  const seen = new Set(await accountsGiven(c, app, doc));
  const names = await namesFor(house.db.read, app.fields, [doc], person.id);
  return {
    nameOf: (field, id) => {
      const named = names.nameOf(field, id);
      return field.kind === 'account' && seen.has(id) ? { ...named, href: `/accounts/${id}` } : named;
    },
  };
};

/** The accounts that a document holds in any field. */
export const accountsIn = ({ fields }: Pick<App, 'fields'>, doc: Doc): string[] =>
  fields.flatMap((field) => {
    const value = valueIn(doc, field);
    return field.kind === 'account' && typeof value === 'object' ? [...value] : [];
  });
