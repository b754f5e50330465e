import { isForeignKeyViolation, isUniqueViolation } from '../../db/violations.ts';
import type { Outcome, PeopleRefusal } from '../refusal.ts';

/** Why a change of the org structure was not made. Nothing of it happened. */
export type UnitRefusal =
  /** The unit is gone. */
  | 'unit-missing'
  /** The unit above which, below which or to which something was to go is gone. */
  | 'place-missing'
  /** The person does not exist. */
  | 'person-missing'
  /** Another unit at the same place has this name. */
  | 'unit-name-taken'
  /** A unit was to go below itself or below what it holds. */
  | 'below-itself'
  /** More units would stand below one another than there may be. */
  | 'too-deep'
  /** Somebody else changed or moved the unit since the form was shown. */
  | 'changed-meanwhile'
  /** Who was to be its head is not placed in the unit. */
  | 'not-placed'
  /** People or other units are still in it, and it was not said where they go. */
  | 'unit-not-empty'
  /** People are placed in units, not at the top. */
  | 'people-to-top'
  /** A line relies on the unit. */
  | 'unit-in-use'
  /** Something was created under this id before. */
  | 'sent-before';

/** Thrown inside a unit of work, so that nothing of it stays; `orUnitRefusal` makes a value of it at the edge. */
export class UnitNotDone extends Error {
  override readonly name = 'UnitNotDone';
  readonly reason: UnitRefusal;
  constructor(reason: UnitRefusal) {
    super(`Not done: ${reason}`);
    this.reason = reason;
  }
}

/** What a change of the org structure came to: its value, or why nothing of it happened. */
export type UnitOutcome<T> = { done: T } | { refused: UnitRefusal | PeopleRefusal };

/**
 * Waits for a change of the org structure and answers a refusal as a value.
 * @throws what is no refusal: the database's own failures among them
 */
export const orUnitRefusal = async <T>(work: Promise<Outcome<T>>): Promise<UnitOutcome<T>> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnitNotDone) return { refused: error.reason };
    if (isUniqueViolation(error, 'units_pkey')) return { refused: 'sent-before' };
    throw error;
  }
};

/** Does what may fail because somebody just deleted what it refers to, or refers to what it deletes; then refuses with `reason`. */
export const unlessReferred = async <T>(work: PromiseLike<T>, reason: UnitRefusal): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new UnitNotDone(reason);
    throw error;
  }
};
