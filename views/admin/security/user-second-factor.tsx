import type { Words } from '../../../src/i18n/words.ts';
import { Confirm } from '../../form/confirm.tsx';

type UserSecondFactorProps = {
  words: Words;
  user: { id: string; name: string };
  /** Whether the person has one that sign-ins ask for. */
  on: boolean;
  /** It is the administrator's own: it is turned off where one proves to be oneself. */
  own: boolean;
};

/** The second factor of somebody, on their page in Admin: for who lost the phone. */
export const UserSecondFactor = ({ words: { secondFactor }, user, on, own }: UserSecondFactorProps) => (
  <section class="form-section" aria-labelledby="second-factor-title">
    <h2 id="second-factor-title">{secondFactor.title}</h2>
    <p>{on ? secondFactor.user.on : secondFactor.user.off}</p>
    {own && (
      <p>
        {secondFactor.user.own} <a href="/me/second-factor">{secondFactor.mine.back}</a>
      </p>
    )}
    {on && !own && (
      <Confirm
        ask={secondFactor.user.remove}
        text={secondFactor.user.removeText(user.name)}
        confirm={secondFactor.user.removeConfirm(user.name)}
        action={`/admin/users/${user.id}/second-factor-removal`}
      />
    )}
  </section>
);
