/** Why something about a second factor was not done. Nothing of it happened. */
export type SecondFactorRefusal =
  /** The code fits nothing. */
  | { refused: 'wrong' }
  /** The code was taken before; the next one will do. */
  | { refused: 'used' }
  /** The code fits another time, `seconds` from now: a clock is off. Above zero: theirs is ahead of ours. */
  | { refused: 'clock'; seconds: number }
  /** Too many wrong codes: this may be tried again in so many seconds. */
  | { refused: 'slow'; seconds: number }
  /** The recovery code was used, or never was one. */
  | { refused: 'spent' }
  /** It is set up already, in another tab perhaps. */
  | { refused: 'on' }
  /** There is nothing to confirm, or no second factor at all. */
  | { refused: 'none' }
  /** What was given is neither the password nor a code. */
  | { refused: 'password' }
  /** The key that the secret was sealed with is lost: codes cannot be checked. */
  | { refused: 'unreadable' };

/** Thrown inside a unit of work, so that nothing of it stays; `orRefused` makes a value of it at the edge. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: SecondFactorRefusal;
  constructor(why: SecondFactorRefusal) {
    super(`Not done: ${why.refused}`);
    this.why = why;
  }
}

/**
 * Waits for a unit of work and answers a refusal as a value.
 * @throws what is no refusal
 */
export const orRefused = async <T>(work: Promise<T>): Promise<{ done: T } | SecondFactorRefusal> => {
  try {
    return { done: await work };
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
};
