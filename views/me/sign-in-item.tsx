import type { Words } from '../../src/i18n/words.ts';
import type { Device } from '../../src/people/sign-in/device.ts';
import type { OwnSignIn } from '../../src/people/sign-in/own.ts';
import { Button } from '../form/button.tsx';
import { Time } from '../layout/time.tsx';

export type ShownSignIn = Omit<OwnSignIn, 'device'> & { device: Device };

/** One browser in which somebody is signed in, and the way out of it. */
export const SignInItem = ({ words, signIn }: { words: Words; signIn: ShownSignIn }) => {
  const { profile } = words;
  const { id, here, device, address, since, seenAt } = signIn;
  const name = profile.device(device.browser, device.system);
  return (
    <li class="list-row">
      <div class="row-main">
        <p>
          <b>{name}</b> {here && <span class="chip">{profile.here}</span>}
        </p>
        <p class="row-note">
          {profile.since} <Time at={since} kind="moment" words={words} />
          {address !== null && ` · ${profile.from(address)}`}
          {seenAt !== null && !here && (
            <>
              {' · '}
              {profile.lastUsed} <Time at={seenAt} kind="moment" words={words} />
            </>
          )}
        </p>
      </div>
      {!here && (
        <form method="post" action={`/me/sign-ins/${id}/closure`}>
          <Button kind="plain" label={profile.endOf(name)}>
            {profile.end}
          </Button>
        </form>
      )}
    </li>
  );
};
