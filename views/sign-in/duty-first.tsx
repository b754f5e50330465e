import type { Words } from '../../src/i18n/words.ts';
import type { Duty } from '../../src/people/sign-in/duty.ts';

type DutyFirstProps = {
  words: Words;
  duty: Duty;
  /** What comes first, and that nothing was done. */
  text: string;
  /** Whether a message that was sent is kept as a draft. */
  kept: boolean;
  href: string;
};

/** What whoever sent a form reads who has to do something else first. */
export const DutyFirst = ({ words: { secondFactor }, duty, text, kept, href }: DutyFirstProps) => (
  <div class="error-body">
    <h1>{secondFactor.duty.title}</h1>
    <p>{text}</p>
    {kept && <p>{secondFactor.duty.kept}</p>}
    <a class="button primary" href={href}>
      {secondFactor.duty.go[duty]}
    </a>
  </div>
);
