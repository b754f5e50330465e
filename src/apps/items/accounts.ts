import type { Tx } from '../../db/doors.ts';
import type { Field } from '../fields/field.ts';
import { valueIn } from '../fields/value.ts';
import { store } from './change.ts';
import { lockApp } from './definition.ts';
import { withValue } from './doc.ts';
import type { By, Changed, OfApp } from './item.ts';
import { fitted } from './judge.ts';
import { itemById } from './rows.ts';

/**
 * Adds an account to an Account field of an item. Who calls has judged whether the actor may. What else the item holds is not judged: a
 * link does not fail for a field that became required since. The field is found by its id and may be any of this type.
 */
export const putAccount = (
  tx: Tx,
  app: OfApp,
  itemId: string,
  fieldId: string,
  accountId: string,
  by: By,
): Promise<Changed> =>
  changeAccounts(tx, app, itemId, fieldId, by, (held) => (held.includes(accountId) ? held : [...held, accountId]));

/** Takes an account out of an Account field of an item. */
export const takeAccount = (
  tx: Tx,
  app: OfApp,
  itemId: string,
  fieldId: string,
  accountId: string,
  by: By,
): Promise<Changed> => changeAccounts(tx, app, itemId, fieldId, by, (held) => held.filter((one) => one !== accountId));

const changeAccounts = async (
  tx: Tx,
  app: OfApp,
  itemId: string,
  fieldId: string,
  by: By,
  change: (held: readonly string[]) => readonly string[],
): Promise<Changed> => {
  const of = await lockApp(tx, app.id);
  const item = await itemById(tx, itemId);
  const field = of?.app.fields.find(({ id, kind }) => id === fieldId && kind === 'account');
  if (!of || !field || !item || item.appId !== of.app.id || item.deletedAt !== null) return { kind: 'gone' };
  const accounts = change(heldIn(item.doc, field));
  const doc = withValue(item.doc, field, accounts.length > 0 ? accounts : undefined);
  const fit = await fitted(tx, of, doc, item.seq);
  return 'problems' in fit ? { kind: 'refused', problems: fit.problems } : store(tx, of, item, fit, [], by);
};

const heldIn = (doc: Parameters<typeof valueIn>[0], field: Field): readonly string[] => {
  const value = valueIn(doc, field);
  return Array.isArray(value) ? value : [];
};
