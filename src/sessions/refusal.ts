import type { Named } from './shapes.ts';

/** Why something was not done. Nothing of it happened. */
export type Refusal =
  /** There is no such thing, or it is not theirs to see: both are told the same. */
  | { refused: 'missing' }
  /** They see it, but may not do this with it. */
  | { refused: 'forbidden' }
  /** Somebody was quicker: the session is `owner`'s now, or nobody's. */
  | { refused: 'changed'; owner: Named | null }
  /** It was closed meanwhile. */
  | { refused: 'closed' }
  /** The client wrote something that whoever acts has not seen. */
  | { refused: 'unseen' }
  /** Whom it is to be given to does not operate the line. */
  | { refused: 'not-operator' }
  /** What was sent names nobody and nothing. */
  | { refused: 'malformed' }
  /** This id was sent before with another content. */
  | { refused: 'conflict' }
  /** A message needs a text or a file. */
  | { refused: 'empty' }
  /** The line takes no messages any more. */
  | { refused: 'archived' }
  /** The person does not belong to those who may write to the line. */
  | { refused: 'audience' };

/** Says whether an outcome is a refusal. */
export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome;
