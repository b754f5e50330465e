import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Words } from '../../i18n/words.ts';
import type { Refusal } from '../../sessions/refusal.ts';

/** Why something was not done, in the person's words. */
export const reasonOf = (refusal: Refusal, { writing: { refused } }: Words): string => {
  switch (refusal.refused) {
    case 'changed':
      return refusal.owner ? refused.taken(refusal.owner.name) : refused.changed;
    case 'not-operator':
      return refused.notOperator;
    case 'malformed':
      return refused.badForm;
    default:
      return refused[refusal.refused];
  }
};

/** The status of the answer: 404 also for what is not theirs to see; 409 when somebody or something was quicker. */
export const statusOf = ({ refused }: Refusal): ContentfulStatusCode => {
  switch (refused) {
    case 'missing':
      return 404;
    case 'forbidden':
    case 'archived':
    case 'audience':
      return 403;
    case 'empty':
    case 'malformed':
    case 'not-operator':
      return 422;
    case 'changed':
    case 'closed':
    case 'unseen':
    case 'conflict':
      return 409;
  }
};
