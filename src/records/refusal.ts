import type { Problems } from '../apps/fields/problem.ts';
import type { Refusal } from '../sessions/refusal.ts';
import type { Candidate } from './suggest.ts';

/** Why nothing was linked or created; nothing of it was done. */
export type RecordRefusal =
  /** The session is not theirs to see, or not any more. */
  | { refused: 'session'; why: Refusal }
  /** The client wrote in the built-in chat: there is nothing to link. */
  | { refused: 'outside' }
  /** The line uses another app now. */
  | { refused: 'other-app' }
  /** The person may not do this in the app any more. */
  | { refused: 'right'; app: string }
  /** Somebody was quicker: `by` is null where nobody knows who. */
  | { refused: 'linked'; item: Candidate; by: string | null }
  /** The client is linked to nothing yet, or not any more. */
  | { refused: 'not-linked' }
  /** The item was deleted, or was never there. */
  | { refused: 'item-gone' }
  /** The item's field does not take the account. */
  | { refused: 'item-taken' }
  | { refused: 'app-gone' }
  /** The form was sent before with other content. */
  | { refused: 'again' }
  | { refused: 'values'; problems: Problems };

/** What was done: with which item, told in which session's part of the conversation. */
export type RecordDone = {
  item: Candidate;
  /** The event that tells of it; null where it was so already. */
  message: string | null;
};
