import type { Words } from '../../src/i18n/words.ts';
import { Reason } from '../layout/reason.tsx';

type KeptProps = { text: string; reason: string; words: Words };

/** What was typed where nothing can be written any more is not thrown away: it can be copied. */
export const Kept = ({ text, reason, words }: KeptProps) => (
  <>
    <Reason text={reason} />
    <Typed text={text} words={words} />
  </>
);

/** Words that were never sent. */
export const Typed = ({ text, words }: Omit<KeptProps, 'reason'>) => (
  <textarea readonly aria-label={words.common.composer.message}>
    {text}
  </textarea>
);
