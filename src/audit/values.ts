import { type AuditValueKind, auditFields } from '../db/audit-actions.ts';
import { type NameOf, namedKinds, type Wanted } from './names.ts';
import type { AuditValue, NamedKind } from './shapes.ts';

/** The fields of a stored `before` or `after`. */
export const fieldsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  // On nothing, so that nothing but what was stored is found in it.
  Object.assign(Object.create(null), typeof stored === 'object' && !Array.isArray(stored) ? stored : undefined);

/** The names of fields in the order in which they are shown, which not every database keeps as it was stored. */
export const inOrder = (fields: Iterable<string>): string[] =>
  [...new Set(fields)].sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));

const placeOf = (field: string): number => {
  const place = order.indexOf(field);
  return place === -1 ? order.length : place;
};

const order = Object.keys(auditFields);

/** What something was called, as a stored `before` or `after` tells. */
export const nameIn = (stored: unknown): string | undefined => {
  const { name } = fieldsOf(stored);
  return typeof name === 'string' ? name : undefined;
};

/** Adds the ids in a value to those that are to be named, at most `names` of them. */
export const want = (wanted: Wanted, field: string, value: unknown, names: number): void => {
  const kind = namedKind(kindOf(field));
  if (kind) for (const id of idsIn(value).slice(0, names)) wanted[kind].add(id);
};

/** Reads a stored value as its field says; what no field of that name holds is shown as it stands. */
export const readValue = (field: string, value: unknown, nameOf: NameOf, names: number): AuditValue => {
  if (value === undefined || value === null || value === '') return { kind: 'nothing' };
  const kind = kindOf(field);
  const named = namedKind(kind);
  if (named) {
    const ids = idsIn(value);
    if (ids.length === 0) return { kind: 'nothing' };
    const shown = ids.slice(0, names).map((id) => nameOf(named, id));
    return { kind: 'names', names: shown, more: ids.length - shown.length };
  }
  if (kind === 'flag' && typeof value === 'boolean') return { kind: 'flag', yes: value };
  if (kind === 'number' && typeof value === 'number') return { kind: 'number', number: value };
  if (kind === 'time' && typeof value === 'number') return { kind: 'time', at: value };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { kind: kind === 'choice' || kind === 'what' ? kind : 'text', text };
};

const kinds: Readonly<Record<string, AuditValueKind>> = auditFields;

const kindOf = (field: string): AuditValueKind => (Object.hasOwn(kinds, field) ? (kinds[field] ?? 'text') : 'text');

const namedKind = (kind: AuditValueKind): NamedKind | undefined => namedKinds.find((named) => named === kind);

const idsIn = (value: unknown): string[] =>
  [value].flat().filter((id): id is string => typeof id === 'string' && id !== '');
