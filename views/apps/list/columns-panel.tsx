import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { Icon } from '../../icons/icon.tsx';

/** A column that can be shown. */
export type ColumnPick = { name: string; label: string; shown: boolean };

type Props = {
  columns: readonly ColumnPick[];
  sort: { by: string; descending: boolean; choices: readonly { value: string; label: string }[] };
  words: Words;
};

/** Which columns a list has and how it is sorted: on a phone there is no head that one could press. */
export const ColumnsPanel = ({ columns, sort, words: { itemList } }: Props) => (
  <details class="list-panel">
    <summary class="button">
      <Icon name="columns-3" />
      {itemList.columns}
    </summary>
    <div class="list-panel-body">
      <div class="filter-stretch">
        <SelectField name="sort" label={itemList.sortBy} value={sort.by} options={sort.choices} />
        <SelectField
          name="way"
          label={itemList.way}
          value={sort.descending ? 'down' : 'up'}
          options={[
            { value: 'up', label: itemList.up },
            { value: 'down', label: itemList.down },
          ]}
        />
      </div>
      <fieldset class="field choices">
        <legend class="field-label">{itemList.columns}</legend>
        <p class="field-help">{itemList.columnsHelp}</p>
        <div class="list-columns">
          {columns.map(({ name, label, shown }) => (
            <label class="checkbox">
              <input type="checkbox" name="col" value={name} checked={shown} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="buttons">
        <Button>{itemList.showColumns}</Button>
      </p>
    </div>
  </details>
);
