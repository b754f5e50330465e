import type { FieldKind } from './kinds.ts';
import type { Value } from './value.ts';

/** One of the values that a choice offers. A retired one is offered no more, and stays where items hold it. */
export type Choice = { id: string; name: string; retired: boolean };

/** What belongs to a kind of field and to no other. */
type Kinds = {
  [Kind in FieldKind]: Kind extends 'choice' | 'choices'
    ? { choices: readonly Choice[] }
    : Kind extends 'money'
      ? /** ISO 4217, such as RUB. */ { currency: string }
      : Kind extends 'number'
        ? /** How many digits stand behind the point, 0 to 6. */ { decimals: number }
        : Kind extends 'reference' | 'references'
          ? /** The id of the app whose items it names. */ { app: string }
          : Record<never, never>;
};

export type FieldOptions<Kind extends FieldKind = FieldKind> = Kinds[Kind];

type FieldBase = {
  id: string;
  appId: string;
  /** Under this number documents hold its value. */
  n: number;
  /** Under this number `item_keys` holds what it is found by. */
  keysN: number;
  position: number;
  name: string;
  required: boolean;
  /** No two items of the app hold the same. */
  sole: boolean;
  hint: string;
  /** What a new item's form begins with. */
  initial: Value | null;
  onForm: boolean;
  inList: boolean;
};

/** A field of an app. */
export type Field = { [Kind in FieldKind]: FieldBase & { kind: Kind; options: FieldOptions<Kind> } }[FieldKind];

/** A field of certain kinds. */
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>;
