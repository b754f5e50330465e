import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { Qr } from '../qr.tsx';

type OneTimeLinkProps = {
  words: Words;
  user: { id: string; name: string; invited: boolean };
  /** How long a link lives: an invitation in days, another one in hours. */
  lives: { days: number; hours: number };
  /** The address that was made just now; it is shown this once. */
  link: string | undefined;
};

/** The link with which a person chooses a password: an invitation for who has not come yet. */
export const OneTimeLink = ({ words: { joining }, user, lives, link }: OneTimeLinkProps) => {
  const texts = user.invited ? joining.invitation : joining.reset;
  const help = user.invited ? joining.invitation.help(lives.days) : joining.reset.help(lives.hours);
  return (
    <section class="form-section" aria-labelledby="link-title">
      <h2 id="link-title">{texts.title}</h2>
      <p class="field-help">{help}</p>
      {link !== undefined && (
        <div class="notice one-time-link">
          <p role="status">{texts.here(user.name)}</p>
          <div class="copy-field">
            <input class="input" id="one-time-link" readonly value={link} aria-label={texts.label} />
            <button type="button" class="button" data-copies="one-time-link" data-done={joining.copied} hidden>
              {joining.copy}
            </button>
          </div>
          <Qr text={link} label={joining.qr(user.name)} />
        </div>
      )}
      <form method="post" action={`/admin/users/${user.id}/password-link`}>
        <Button kind="plain">{texts.make}</Button>
      </form>
    </section>
  );
};
