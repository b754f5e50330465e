import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';
import { AdminPage } from './admin-page.tsx';

export type GroupFormProps = {
  words: Words;
  action: string;
  /** The id under which a new group is created; undefined for one that exists. */
  newId?: string | undefined;
  name: string;
  errors?: FormErrors;
};

/** The name of a group, new or not. */
export const GroupForm = ({ words: { people, common }, action, newId, name, errors = {} }: GroupFormProps) => (
  <form class="form" method="post" action={action}>
    <ErrorSummary title={people.summary} errors={errors} labels={{ name: people.groupName }} />
    <Hidden values={{ id: newId }} />
    <TextField
      name="name"
      label={people.groupName}
      error={errors['name']}
      value={name}
      autocomplete="off"
      maxlength={100}
      required
    />
    <Button>{common.save}</Button>
  </form>
);

/** A new group; who belongs to it is said on its own page. */
export const NewGroup = (form: GroupFormProps) => (
  <AdminPage words={form.words} part="groups" title={form.words.people.newGroup}>
    <GroupForm {...form} />
  </AdminPage>
);
