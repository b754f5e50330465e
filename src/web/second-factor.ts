import type { Words } from '../i18n/words.ts';
import type { SecondFactorRefusal } from '../people/second-factor/refusal.ts';

/** Why a code was not taken, or a second factor not changed, in words. */
export const sayRefusal = ({ secondFactor: { refusals } }: Words, why: SecondFactorRefusal): string => {
  switch (why.refused) {
    case 'clock':
      return refusals.clock(Math.abs(why.seconds), why.seconds > 0);
    case 'slow':
      return refusals.slow(why.seconds);
    default:
      return refusals[why.refused];
  }
};
