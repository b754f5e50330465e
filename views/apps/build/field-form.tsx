import type { Field } from '../../../src/apps/fields/field.ts';
import type { FieldKind } from '../../../src/apps/fields/kinds.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { ValueProblem } from '../../../src/apps/fields/problem.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Checkbox } from '../../form/checkbox.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { EnterButton } from '../fields/enter-button.tsx';
import { FieldInput } from '../fields/field-input.tsx';
import { ChangedMeanwhile } from './changed.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import type { TypedField } from './typed-field.ts';

export type FieldFormProps = {
  action: string;
  kind: FieldKind;
  /** What goes along unseen: a new field's id and kind, or the stamp of what the page shows. */
  hidden: Readonly<Record<string, string>>;
  typed: TypedField;
  /** Whether it is being added: then all that belongs to the type is chosen here too. */
  isNew: boolean;
  offers: {
    sole: boolean;
    currencies: readonly { value: string; label: string }[];
    decimals: readonly number[];
    apps: readonly { id: string; name: string }[];
    /** The input of the default: the field as it stands on the form, under another name. Null where there can be none. */
    initial: Field | null;
    retired: readonly { id: string; name: string; items: number }[];
  };
  /** How many items there are that hold nothing in it. */
  lacking: number;
  errors: FormErrors;
  wrongInitial: ValueProblem | undefined;
  changed: readonly { name: string; label: string; now: string }[];
  pressed?: string | undefined;
  names: Names;
  words: Words;
};

/** What a field is called and how it behaves; on a new one also what belongs to its type. */
export const FieldForm = ({ action, kind, hidden, typed, isNew, offers, lacking, ...rest }: FieldFormProps) => {
  const { errors, wrongInitial, changed, pressed, names, words } = rest;
  const { apps } = words;
  const lacks = lacking > 0 ? ` ${apps.requiredLacks(lacking)}` : '';
  return (
    <>
      <EnterButton form="field-form" words={words} />
      <form id="field-form" class="form" method="post" action={action}>
        <Hidden values={hidden} />
        {typed.shownChoices.map((id) => (
          <input type="hidden" name="choice.shown" value={id} />
        ))}
        <ErrorSummary title={apps.notSaved} errors={errors} labels={fieldLabels(words)} />
        <ChangedMeanwhile changed={changed} words={words} />
        <TextField
          name="name"
          label={apps.fieldName}
          error={errors['name']}
          value={typed.name}
          autocomplete="off"
          autofocus={isNew && pressed === undefined && typed.name === ''}
        />
        {isNew && <OfKind kind={kind} typed={typed} offers={offers} errors={errors} words={words} />}
        {(kind === 'choice' || kind === 'choices') && (
          <ChoicesEditor
            choices={typed.choices}
            retired={offers.retired}
            more={typed.moreChoices}
            error={errors['choices']}
            pressed={pressed}
            words={words}
          />
        )}
        <div class="ticks">
          <Checkbox
            name="required"
            label={apps.required}
            help={`${apps.requiredHelp}${lacks}`}
            checked={typed.required}
          />
          {offers.sole && (
            <Checkbox name="sole" label={apps.sole} help={apps.soleHelp} error={errors['sole']} checked={typed.sole} />
          )}
          <Checkbox name="onForm" label={apps.onForm} help={apps.onFormHelp} checked={typed.onForm} />
          <Checkbox name="inList" label={apps.inList} help={apps.inListHelp} checked={typed.inList} />
        </div>
        <TextField
          name="hint"
          label={apps.hint}
          help={apps.hintHelp}
          error={errors['hint']}
          value={typed.hint}
          autocomplete="off"
        />
        {offers.initial && (
          <FieldInput field={offers.initial} typed={typed.initial} error={wrongInitial} names={names} words={words} />
        )}
        <div class="buttons">
          <Button name="press" value="save">
            {words.common.save}
          </Button>
          {isNew && (
            <Button kind="plain" name="press" value="next">
              {apps.saveAndNext}
            </Button>
          )}
        </div>
      </form>
    </>
  );
};

/** What the settings of a field are called, by the names of their inputs. */
export const fieldLabels = ({ apps }: Words): Readonly<Record<string, string>> => ({
  ...{ name: apps.fieldName, hint: apps.hint, required: apps.required, sole: apps.sole, choices: apps.choices },
  ...{ onForm: apps.onForm, inList: apps.inList, currency: apps.currency, decimals: apps.decimals },
  ...{ app: apps.refersTo, initial: apps.initial },
});

type OfKindProps = Pick<FieldFormProps, 'kind' | 'offers' | 'errors' | 'words'> & {
  typed: Pick<TypedField, 'currency' | 'decimals' | 'app'>;
};

/** What belongs to a type and to no other: chosen where the type is. */
export const OfKind = ({ kind, typed, offers, errors, words: { apps } }: OfKindProps) => {
  if (kind === 'money')
    return (
      <SelectField
        name="currency"
        label={apps.currency}
        error={errors['currency']}
        value={typed.currency}
        options={offers.currencies}
      />
    );
  if (kind === 'number')
    return (
      <SelectField
        name="decimals"
        label={apps.decimals}
        error={errors['decimals']}
        value={typed.decimals}
        options={offers.decimals.map((count) => ({ value: String(count), label: String(count) }))}
      />
    );
  if (kind !== 'reference' && kind !== 'references') return null;
  return (
    <SelectField
      name="app"
      label={apps.refersTo}
      help={offers.apps.length === 0 ? apps.noApps : undefined}
      error={errors['app']}
      value={typed.app}
      options={[{ value: '', label: apps.pickApp }, ...offers.apps.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
};
