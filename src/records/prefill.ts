import type { App } from '../apps/app.ts';
import type { Field } from '../apps/fields/field.ts';
import type { Doc, Value } from '../apps/fields/value.ts';
import { accountFieldOf } from '../apps/items/read.ts';
import type { AccountFacts } from './client.ts';
import type { Linked } from './of-session.ts';

/** What the form of a new item holds in any case: the account of whoever is written with, in the first Account field on the form. */
export const fixedFor = (app: App, accountId: string): Doc => {
  const field = accountFieldOf(app);
  return field ? { [String(field.n)]: [accountId] } : {};
};

/** What the form of the client's own item begins with, and leaves to be corrected: what the messenger told, each in the first field that takes it. */
export const toldOf = (app: App, { name, phone, email }: AccountFacts): Doc => ({
  ...inFirst(app, 'text', name),
  ...inFirst(app, 'phone', phone),
  ...inFirst(app, 'email', email),
});

/** What the form of another item begins with: a reference to the client's item, in the first field that takes one. */
export const referenceTo = (app: App, linked: Linked): Doc => {
  const [item] = linked?.items ?? [];
  const field = app.fields.find((one) => one.onForm && refersTo(one, linked?.app.id));
  if (!(field && item)) return {};
  return { [String(field.n)]: field.kind === 'references' ? [item.id] : item.id };
};

const refersTo = (field: Field, appId: string | undefined): boolean =>
  (field.kind === 'reference' || field.kind === 'references') && field.options.app === appId;

const inFirst = (app: App, kind: 'text' | 'phone' | 'email', value: string | null): { [n: string]: Value } => {
  const field = app.fields.find((one) => one.onForm && one.kind === kind && one.initial === null);
  return field && value ? { [String(field.n)]: value } : {};
};
