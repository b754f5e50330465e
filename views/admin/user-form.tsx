import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';
import { Checkbox, Choices } from '../form/checkbox.tsx';
import { ErrorSummary, type FormErrors } from '../form/error-summary.tsx';
import { Hidden } from '../form/hidden.tsx';
import { TextField } from '../form/text-field.tsx';

export type UserFormProps = {
  words: Words;
  action: string;
  /** The id under which a new person is created; undefined for one who exists. */
  newId?: string | undefined;
  groups: readonly { id: string; name: string }[];
  shortestPassword: number;
  /** Has not come yet. */
  invited?: boolean;
  typed: { name: string; email: string; mustChange: boolean; groups: readonly string[] };
  errors?: FormErrors;
};

/** Name, email, password and groups of a person, new or not. */
export const UserForm = ({
  words,
  action,
  newId,
  groups,
  shortestPassword,
  invited = false,
  typed,
  errors = {},
}: UserFormProps) => {
  const { people, joining, common } = words;
  const isNew = newId !== undefined;
  const labels = { name: people.name, email: people.email, password: people.password, groups: people.userGroups };
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary title={people.summary} errors={errors} labels={labels} />
      <Hidden values={{ id: newId }} />
      <TextField
        name="name"
        label={people.name}
        error={errors['name']}
        value={typed.name}
        autocomplete="off"
        maxlength={100}
        required
      />
      <TextField
        name="email"
        type="email"
        label={people.email}
        error={errors['email']}
        value={typed.email}
        autocomplete="off"
        maxlength={254}
        required
      />
      <TextField
        name="password"
        type="password"
        label={people.password}
        help={isNew ? joining.passwordNew(shortestPassword) : invited ? joining.passwordInvited : people.passwordKeep}
        error={errors['password']}
        autocomplete="new-password"
      />
      <Checkbox
        name="mustChange"
        label={isNew ? joining.mustChangeFirst : joining.mustChange}
        checked={typed.mustChange}
      />
      <Choices
        name="groups"
        label={people.userGroups}
        help={people.everyoneHelp}
        error={errors['groups']}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={typed.groups}
        none={people.noGroups}
      />
      <Button>{common.save}</Button>
    </form>
  );
};
