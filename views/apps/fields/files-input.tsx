import type { FieldOf } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { fileInput, valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import { nameText } from '../../../src/apps/fields/shown/text.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { FieldGroup } from './group.tsx';

type Props = {
  field: FieldOf<'files'>;
  /** Ids of those that are there. */
  kept: readonly string[];
  names: Names;
  error: string | undefined;
  words: Words;
};

/** Files that are there, each ticked until it is to go, and a place for more. The form has to be sent as multipart. */
export const FilesInput = ({ field, kept, names, error, words }: Props) => (
  <FieldGroup field={field} error={error} words={words}>
    {kept.length > 0 && (
      <fieldset class="choices">
        <legend class="field-help">{words.fields.keptFiles}</legend>
        {kept.map((id) => (
          <label class="checkbox">
            <input type="checkbox" name={valueInput(field)} value={id} checked />
            <span>{nameText(field, id, names, words)}</span>
          </label>
        ))}
      </fieldset>
    )}
    <input type="file" multiple name={fileInput(field)} aria-label={words.fields.addFilesTo(field.name)} />
  </FieldGroup>
);
