import { isForeignKeyViolation, isUniqueViolation } from '../db/violations.ts';

/** Why a change of people, groups or passwords was not made. Nothing of it happened. */
export type PeopleRefusal =
  /** There is no such person, group or link. */
  | 'missing'
  /** Another person has this email. */
  | 'email-taken'
  /** Another group has this name. */
  | 'name-taken'
  /** Nobody would be left to administer the company. */
  | 'last-administrator'
  /** A line relies on the group. */
  | 'group-in-use'
  /** The product itself relies on the group. */
  | 'system-group'
  /** Somebody was quicker to set up the company. */
  | 'set-up-already'
  /** Something was created under this id before. */
  | 'sent-before';

/** Thrown inside a unit of work, so that nothing of it stays; `orRefusal` makes a value of it at the edge. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
  readonly reason: PeopleRefusal;
  constructor(reason: PeopleRefusal) {
    super(`Not done: ${reason}`);
    this.reason = reason;
  }
}

/** What a unit of work came to: its value, or why nothing of it happened. */
export type Outcome<T> = { done: T } | { refused: PeopleRefusal };

/**
 * Waits for a unit of work and answers a refusal as a value.
 * @throws what is no refusal: the database's own failures among them
 */
export const orRefusal = async <T>(work: Promise<T>): Promise<Outcome<T>> => {
  try {
    return { done: await work };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return { refused: reason };
  }
};

// The keys of the database decide who was first: asking before writing would leave a gap between the two.
const reasonOf = (error: unknown): PeopleRefusal | undefined => {
  if (error instanceof NotDone) return error.reason;
  if (isUniqueViolation(error, 'users_email')) return 'email-taken';
  if (isUniqueViolation(error, 'groups_name')) return 'name-taken';
  if (isUniqueViolation(error, 'settings_pkey') || isUniqueViolation(error, 'groups_system')) return 'set-up-already';
  if (isUniqueViolation(error, 'users_pkey') || isUniqueViolation(error, 'groups_pkey')) return 'sent-before';
  if (isForeignKeyViolation(error)) return 'missing';
  return undefined;
};
