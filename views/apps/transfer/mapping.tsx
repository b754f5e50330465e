import type { Field as AppField } from '../../../src/apps/fields/field.ts';
import type { LookedAt } from '../../../src/apps/transfer/shape.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { AppPage } from '../app-page.tsx';
import { CancelImport } from './cancel.tsx';
import type { OfApp } from './of-app.ts';

type Props = OfApp & {
  /** The import's id, and what its file is called. */
  id: string;
  name: string;
  file: LookedAt;
  /** By the columns' places, the id of a field; null: left out. */
  columns: readonly (string | null)[];
  onBad: 'skip' | 'stop';
  /** Fields that a column can go into, and those that none can. */
  fields: readonly AppField[];
  others: readonly AppField[];
  errors: FormErrors;
};

/** Says of each column into which field it goes. */
export const MappingPage = ({ id, name, file, columns, onBad, fields, others, errors, ...of }: Props) => {
  const { app, words } = of;
  const { transfer } = words;
  const titles = file.header.map((title, place) => transfer.inColumn(place + 1, title));
  const labels = Object.fromEntries(titles.map((title, place) => [columnName(place), title]));
  return (
    <AppPage {...of} part="imports" title={transfer.mappingTitle}>
      <p>{transfer.mappingLead(name)}</p>
      {others.length > 0 && (
        <p class="field-help">{transfer.notImported(others.map((field) => field.name).join(', '))}</p>
      )}
      <form class="form" method="post" action={`/apps/${app.id}/imports/${id}`}>
        <ErrorSummary title={transfer.summary} errors={errors} labels={labels} />
        <ul class="list import-columns">
          {titles.map((title, place) => (
            <li>
              <Column
                title={title}
                name={columnName(place)}
                value={columns[place] ?? ''}
                fields={fields}
                samples={file.sample.map((row) => row[place] ?? '')}
                error={errors[columnName(place)]}
                words={words}
              />
            </li>
          ))}
        </ul>
        <OnBad value={onBad} words={words} />
        <Button>{transfer.check}</Button>
      </form>
      <CancelImport appId={app.id} id={id} words={words} />
    </AppPage>
  );
};

/** What the input of a column is called. */
export const columnName = (place: number): string => `column.${place}`;

type ColumnProps = {
  title: string;
  name: string;
  value: string;
  fields: readonly AppField[];
  samples: readonly string[];
  error: string | undefined;
  words: Words;
};

/** One column: what stands in it, and where it goes. */
const Column = ({ title, name, value, fields, samples, error, words: { transfer } }: ColumnProps) => {
  const told = samples.filter((text) => text !== '');
  const field = { name, label: transfer.into(title), help: told.length > 0 ? told.join(' · ') : undefined, error };
  return (
    <Field {...field}>
      <select
        class="select"
        id={fieldId(name)}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        <option value="">{transfer.leaveOut}</option>
        {fields.map((one) => (
          <option value={one.id} selected={one.id === value}>
            {one.required ? `${one.name} *` : one.name}
          </option>
        ))}
      </select>
    </Field>
  );
};

const OnBad = ({ value, words: { transfer } }: { value: 'skip' | 'stop'; words: Words }) => (
  <fieldset class="field choices">
    <legend class="field-label">{transfer.onBad}</legend>
    {(['skip', 'stop'] as const).map((what) => (
      <label class="checkbox">
        <input type="radio" name="onBad" value={what} checked={what === value} />
        <span>{transfer[what]}</span>
      </label>
    ))}
  </fieldset>
);
