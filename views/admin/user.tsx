import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { Confirm } from '../form/confirm.tsx';
import { Hidden } from '../form/hidden.tsx';
import { AdminPage } from './admin-page.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { UserSecondFactor } from './security/user-second-factor.tsx';
import { UserUnits, type UserUnitsProps } from './units/user-units.tsx';
import { UserForm, type UserFormProps } from './user-form.tsx';

type UserProps = UserFormProps & {
  user: { id: string; name: string; active: boolean; invited: boolean; mustChangePassword: boolean };
  places: Pick<UserUnitsProps, 'units' | 'tree'>;
  secondFactor: { on: boolean; own: boolean };
  lives: { days: number; hours: number };
  link?: string | undefined;
};

/** One person: what can be changed, where they are placed, a link for a password, and the way out. Somebody just invited: the link first. */
export const UserPage = ({ user, places, secondFactor, lives, link, ...form }: UserProps) => {
  const oneTimeLink = user.active && <OneTimeLink words={form.words} user={user} lives={lives} link={link} />;
  return (
    <AdminPage words={form.words} part="users" title={user.name}>
      <State words={form.words} user={user} />
      {user.invited && oneTimeLink}
      <UserForm {...form} invited={user.invited} />
      <UserUnits words={form.words} user={user} {...places} error={form.errors?.['unit']} />
      {!user.invited && oneTimeLink}
      <UserSecondFactor words={form.words} user={user} {...secondFactor} />
      <section class="danger-zone" aria-labelledby="access-title">
        <h2 id="access-title">{form.words.people.access}</h2>
        <Activation words={form.words} user={user} />
      </section>
    </AdminPage>
  );
};

/** A new person. */
export const NewUser = (form: UserFormProps) => (
  <AdminPage words={form.words} part="users" title={form.words.people.newUser}>
    <UserForm {...form} />
  </AdminPage>
);

const State = ({ words: { people, joining }, user }: { words: Words; user: UserProps['user'] }) => (
  <>
    {!user.active && <p class="notice">{people.isDeactivated}</p>}
    {user.invited && <p class="notice">{joining.isInvited}</p>}
    {user.mustChangePassword && <p class="notice">{joining.owesPassword}</p>}
  </>
);

const Activation = ({ words: { people }, user }: { words: Words; user: UserProps['user'] }) => {
  const action = `/admin/users/${user.id}/activation`;
  if (user.active)
    return (
      <Confirm
        ask={people.deactivate}
        text={people.deactivateText(user.name)}
        confirm={people.deactivateConfirm(user.name)}
        action={action}
        values={{ active: 'no' }}
      />
    );
  return (
    <form method="post" action={action}>
      <Hidden values={{ active: 'yes' }} />
      <Button kind="plain">{people.activate(user.name)}</Button>
    </form>
  );
};
