import type { Typed } from '../../../src/apps/fields/shown/typed-in.ts';

/** A choice as it stands on the form. */
export type TypedChoice = { id: string; name: string };

/** A field's definition as it stands on its form: everything as it was typed. */
export type TypedField = {
  name: string;
  hint: string;
  required: boolean;
  sole: boolean;
  onForm: boolean;
  inList: boolean;
  currency: string;
  decimals: string;
  app: string;
  /** In their order. */
  choices: readonly TypedChoice[];
  /** More of them, one a line. */
  moreChoices: string;
  /** The ids of the choices that were stored when the form was made: what is missing from it was removed. */
  shownChoices: readonly string[];
  /** Inputs of the default, by their names. */
  initial: Typed;
};
