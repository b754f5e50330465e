import { isForeignKeyViolation, isUniqueViolation } from '../../db/violations.ts';
import type { BoundLine } from '../qualify.ts';

/** Who changes something, and when (ms since 1970, UTC). */
export type By = { actor: string; at: number };

/** Why an app or a field was not changed. Nothing of it happened. */
export type BuildRefusal =
  /** There is no such app or field. */
  | { refused: 'missing' }
  /** The app is archived: nobody changes it until it is brought back. */
  | { refused: 'archived' }
  /** Another app, or another field of the app, has the name. */
  | { refused: 'name-taken' }
  /** Something was created under this id before. */
  | { refused: 'sent-before' }
  /** A chosen group or app is gone. */
  | { refused: 'choice-gone' }
  | { refused: 'too-many-fields' }
  /** Numbers from here on were given already. */
  | { refused: 'number-given'; last: number }
  /** The title's pattern names a field that is not there. */
  | { refused: 'pattern' }
  /** These lines rely on what would go (3.4). */
  | { refused: 'lines'; lines: readonly BoundLine[] }
  /** Items hold the same value in what is to be unique: how many of them, and some of the values. */
  | { refused: 'doubles'; items: number; examples: readonly string[] }
  /** A change of type would lose values of so many items. */
  | { refused: 'values-lost'; items: number }
  /** The field's type is being changed, and nothing else of it can be meanwhile. */
  | { refused: 'changing' }
  /** Somebody else changed these settings since the form was shown. */
  | { refused: 'conflict'; names: readonly string[] }
  /** More than thirty days have gone by: what was removed is no more. */
  | { refused: 'too-late' };

/** Thrown inside a unit of work, so that nothing of it stays; `orRefused` makes a value of it at the edge. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
  readonly refusal: BuildRefusal;
  constructor(refusal: BuildRefusal) {
    super(`Not built: ${refusal.refused}`);
    this.refusal = refusal;
  }
}

/** What a unit of work came to: its value, or why nothing of it happened. */
export type Built<T> = { done: T } | BuildRefusal;

/**
 * Waits for a unit of work and answers a refusal as a value.
 * @throws what is no refusal: the database's own failures among them
 */
export const orRefused = async <T>(work: Promise<T>): Promise<Built<T>> => {
  try {
    return { done: await work };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
};

// The keys of the database decide who was first: asking before writing would leave a gap between the two.
const refusalOf = (error: unknown): BuildRefusal | undefined => {
  if (error instanceof NotBuilt) return error.refusal;
  if (isUniqueViolation(error, 'apps_name') || isUniqueViolation(error, 'fields_name'))
    return { refused: 'name-taken' };
  if (isUniqueViolation(error, 'apps_pkey') || isUniqueViolation(error, 'fields_pkey'))
    return { refused: 'sent-before' };
  return isForeignKeyViolation(error) ? { refused: 'choice-gone' } : undefined;
};
