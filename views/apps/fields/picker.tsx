import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { findInput, findPress, pressInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';
import { FieldGroup } from './group.tsx';
import { PickerOptions } from './picker-options.tsx';

/** One thing that can be chosen. `about` tells it from others of its name. */
export type Option = { id: string; name: string; about?: string };

/** What a picker looked for, and what it found. */
export type Found = { text: string; options: readonly Option[]; more: boolean };

export type PickerProps = {
  field: Field;
  /** Ids. */
  chosen: readonly string[];
  names: Names;
  /** Null where nobody looked for anything. */
  found: Found | null;
  words: Words;
};

/**
 * Chooses people, items or accounts: a search, and below it what is chosen and what was found. Its "Find" is a button of the form it
 * stands in, so that nothing typed is lost without scripts; with them, matches come while one types, and only what is in here goes along.
 */
export const Picker = ({ error, ...picker }: PickerProps & { error: string | undefined }) => {
  const { field, found, words } = picker;
  const label = words.fields.findIn(field.name);
  return (
    <FieldGroup field={field} error={error} words={words}>
      <div class="search">
        <input
          class="input"
          type="search"
          name={findInput(field)}
          value={found?.text ?? ''}
          aria-label={label}
          placeholder={words.fields.findWhat[field.kind === 'user' || field.kind === 'account' ? field.kind : 'item']}
          autocomplete="off"
          autofocus={found !== null}
          data-finds
          hx-trigger="input changed delay:250ms, find"
          {...asks(field)}
        />
        <button type="submit" class="button" name={pressInput} value={findPress(field)} {...asks(field)}>
          <Icon name="search" />
          {words.fields.find}
        </button>
      </div>
      <div id={optionsId(field)}>
        <PickerOptions {...picker} />
      </div>
    </FieldGroup>
  );
};

/** What of the picker's parts follows the search. */
const optionsId = (field: Field): string => `options-${field.id}`;

const asks = (field: Field) => ({
  'hx-get': `/apps/${field.appId}/fields/${field.id}/options`,
  'hx-include': 'closest fieldset',
  'hx-target': `#${optionsId(field)}`,
  'hx-swap': 'innerMorph',
  'hx-sync': 'closest fieldset:replace',
});
