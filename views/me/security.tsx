import type { Words } from '../../src/i18n/words.ts';
import { Confirm } from '../form/confirm.tsx';
import { MePage } from './me-page.tsx';
import { type ShownSignIn, SignInItem } from './sign-in-item.tsx';

export type SecurityProps = {
  words: Words;
  /** Whether signing in asks for a code, too. */
  secondFactor: boolean;
  signIns: readonly ShownSignIn[];
};

/** How somebody gets in, and where they are. */
export const Security = ({ words, secondFactor, signIns }: SecurityProps) => {
  const { profile } = words;
  return (
    <MePage words={words} part="security" title={profile.tabs.security}>
      <Part id="password" title={profile.password} text={profile.passwordLead}>
        <a class="button" href="/me/password">
          {profile.passwordChange}
        </a>
      </Part>
      <Part
        id="factor"
        title={profile.secondFactor}
        text={secondFactor ? profile.secondFactorOn : profile.secondFactorOff}
      >
        <a class="button" href="/me/second-factor">
          {profile.secondFactorLink}
        </a>
      </Part>
      <section class="form-section" aria-labelledby="sign-ins">
        <h2 id="sign-ins">{profile.signIns}</h2>
        <ul class="list" aria-labelledby="sign-ins">
          {signIns.map((signIn) => (
            <SignInItem words={words} signIn={signIn} />
          ))}
        </ul>
        {signIns.length > 1 && <EndMany words={words} which="others" />}
        <EndMany words={words} which="all" />
      </section>
    </MePage>
  );
};

const Part = ({ id, title, text, children }: { id: string; title: string; text: string; children: unknown }) => (
  <section class="form-section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <p>{text}</p>
    <div>{children}</div>
  </section>
);

const EndMany = ({ words: { profile }, which }: { words: Words; which: 'others' | 'all' }) => (
  <Confirm
    ask={which === 'all' ? profile.endAll : profile.endOthers}
    text={which === 'all' ? profile.endAllText : profile.endOthersText}
    confirm={which === 'all' ? profile.endAllConfirm : profile.endOthersConfirm}
    action="/me/sign-ins/closure"
    values={{ which }}
  />
);
