import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { Confirm } from '../form/confirm.tsx';
import { Hidden } from '../form/hidden.tsx';
import { AdminPage } from './admin-page.tsx';
import { UserForm, type UserFormProps } from './user-form.tsx';

type UserProps = UserFormProps & { user: { id: string; name: string; active: boolean }; link?: string | undefined };

/** One person: what can be changed, a link for a new password, and the way out. */
export const UserPage = ({ user, link, ...form }: UserProps) => (
  <AdminPage words={form.words} part="users" title={user.name}>
    {!user.active && <p class="notice">{form.words.people.isDeactivated}</p>}
    <UserForm {...form} />
    {user.active && <OneTimeLink words={form.words} action={`/admin/users/${user.id}/password-link`} link={link} />}
    <Activation words={form.words} user={user} />
  </AdminPage>
);

/** A new person. */
export const NewUser = (form: UserFormProps) => (
  <AdminPage words={form.words} part="users" title={form.words.people.newUser}>
    <UserForm {...form} />
  </AdminPage>
);

const OneTimeLink = ({
  words: { people },
  action,
  link,
}: {
  words: Words;
  action: string;
  link: string | undefined;
}) => (
  <section class="form-section" aria-labelledby="link-title">
    <h2 id="link-title">{people.link}</h2>
    <p class="field-help">{people.linkHelp}</p>
    {link !== undefined && (
      <div class="notice" role="status">
        <p>{people.linkIs}</p>
        <p>
          <input class="input" readonly value={link} aria-label={people.link} />
        </p>
      </div>
    )}
    <form method="post" action={action}>
      <Button kind="plain">{people.linkMake}</Button>
    </form>
  </section>
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
