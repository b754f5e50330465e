import type { FieldOf } from '../../../src/apps/fields/field.ts';
import { valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { describedBy, FieldNotes, fieldId } from '../../form/field.tsx';
import { FieldGroup, notedField } from './group.tsx';

type Props<Kind extends 'choice' | 'choices' | 'yes-no'> = {
  field: FieldOf<Kind>;
  chosen: readonly string[];
  error: string | undefined;
  words: Words;
};

/** One of several: all at once where they are few, else a list that opens. */
export const ChoiceInput = ({ field, chosen, error, words }: Props<'choice'>) => {
  const offered = offeredOf(field, chosen, words);
  if (offered.length <= fewChoices) return <Radios {...{ field, chosen, error, words }} options={offered} />;
  const noted = notedField(field, error);
  return (
    <div class="field">
      <label class={field.required ? 'field-label needed' : 'field-label'} for={fieldId(noted.name)}>
        {field.name}
      </label>
      <select
        class="select"
        id={fieldId(noted.name)}
        name={noted.name}
        aria-required={field.required ? 'true' : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(noted)}
      >
        <option value="">{words.fields.none}</option>
        {offered.map(({ value, label }) => (
          <option value={value} selected={chosen.includes(value)}>
            {label}
          </option>
        ))}
      </select>
      <FieldNotes {...noted} />
    </div>
  );
};

/** Any number of several. */
export const ChoicesInput = ({ field, chosen, error, words }: Props<'choices'>) => {
  const offered = offeredOf(field, chosen, words);
  return (
    <FieldGroup field={field} error={error} words={words}>
      <div class={offered.length > manyChoices ? 'choices field-scrolls' : 'choices'}>
        {offered.map((option) => (
          <Tick type="checkbox" name={valueInput(field)} option={option} checked={chosen.includes(option.value)} />
        ))}
      </div>
    </FieldGroup>
  );
};

/** Yes, no, or nothing yet. */
export const YesNoInput = ({ field, chosen, error, words }: Props<'yes-no'>) => (
  <Radios
    {...{ field, chosen, error, words }}
    options={[
      { value: 'yes', label: words.fields.yes },
      { value: 'no', label: words.fields.no },
    ]}
  />
);

type TickOption = { value: string; label: string };

type RadiosProps = Props<'choice' | 'yes-no'> & { options: readonly TickOption[] };

const Radios = ({ field, chosen, error, words, options }: RadiosProps) => (
  <FieldGroup field={field} error={error} words={words} radios>
    <div class="field-radios">
      {options.map((option) => (
        <Tick type="radio" name={valueInput(field)} option={option} checked={chosen.includes(option.value)} />
      ))}
      {!field.required && (
        <Tick
          type="radio"
          name={valueInput(field)}
          option={{ value: '', label: words.fields.none }}
          checked={!options.some(({ value }) => chosen.includes(value))}
        />
      )}
    </div>
  </FieldGroup>
);

type TickProps = { type: 'radio' | 'checkbox'; name: string; option: TickOption; checked: boolean };

const Tick = ({ type, name, option: { value, label }, checked }: TickProps) => (
  <label class="checkbox">
    <input type={type} name={name} value={value} checked={checked} />
    <span>{label}</span>
  </label>
);

/** What is offered, and a retired one only where it is chosen already. */
const offeredOf = (field: FieldOf<'choice' | 'choices'>, chosen: readonly string[], { fields }: Words): TickOption[] =>
  field.options.choices
    .filter(({ id, retired }) => !retired || chosen.includes(id))
    .map(({ id, name, retired }) => ({ value: id, label: retired ? fields.gone(name, field.kind) : name }));

const fewChoices = 5;

/** More of them stand in a box of their own that scrolls. */
const manyChoices = 12;
