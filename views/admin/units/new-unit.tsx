import type { Words } from '../../../src/i18n/words.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { unitChoices } from './choices.ts';

/** What stands for the top of the tree where one chooses a unit. */
export const top = 'top';

type NewUnitProps = {
  words: Words;
  tree: readonly UnitNode[];
  /** The id under which it is created. */
  id: string;
  typed: { name: string; kind: string; parent: string };
  errors?: FormErrors;
};

/** A unit that is to be added. */
export const NewUnit = ({ words, tree, id, typed, errors = {} }: NewUnitProps) => {
  const { org, people, common } = words;
  return (
    <>
      <h2 class="org-name">{org.newUnit}</h2>
      <form class="form" method="post" action="/admin/units">
        <ErrorSummary
          title={people.summary}
          errors={errors}
          labels={{ name: org.name, kind: org.kind, parent: org.under }}
        />
        <Hidden values={{ id }} />
        <NameAndKind words={words} typed={typed} errors={errors} />
        <SelectField
          name="parent"
          label={org.under}
          error={errors['parent']}
          value={typed.parent}
          options={[{ value: top, label: org.top }, ...unitChoices(tree)]}
        />
        <Button>{common.save}</Button>
      </form>
    </>
  );
};

type NameAndKindProps = { words: Words; typed: { name: string; kind: string }; errors: FormErrors };

/** What a unit is called, and what it is. */
export const NameAndKind = ({ words: { org }, typed, errors }: NameAndKindProps) => (
  <>
    <TextField
      name="name"
      label={org.name}
      error={errors['name']}
      value={typed.name}
      autocomplete="off"
      maxlength={100}
      required
    />
    <SelectField
      name="kind"
      label={org.kind}
      error={errors['kind']}
      value={typed.kind}
      options={[
        { value: 'department', label: org.kinds.department },
        { value: 'position', label: org.kinds.position },
      ]}
    />
  </>
);
