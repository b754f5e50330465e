import type { Names } from '../../../src/apps/fields/names.ts';
import { nameText } from '../../../src/apps/fields/shown/text.ts';
import type { FilterInput as Input, Operator } from '../../../src/apps/list/panel.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { FilterPick } from './filter-pick.tsx';

type Props = { appId: string; input: Input; names: Names; words: Words };

/** What a list can be asked of one field. */
export const FilterInput = (props: Props) => (
  <fieldset class="filter" id={`filter-${props.input.name}`}>
    <legend class="field-label">{props.input.field.name}</legend>
    <How {...props} />
    <What {...props} />
  </fieldset>
);

const How = ({ input: { name, field, operators, given, manner }, words }: Props) => (
  <select class="select" name={`${name}.op`} aria-label={words.itemList.how(field.name)}>
    {operators.map((one) => (
      <option value={one} selected={one === given.op}>
        {operatorText(one, manner, words)}
      </option>
    ))}
  </select>
);

const What = (props: Props) => {
  switch (props.input.manner) {
    case 'text':
    case 'beginning':
    case 'name':
      return <TextInput {...props} />;
    case 'numbers':
      return <Stretch {...props} type="text" />;
    case 'days':
      return <Stretch {...props} type="date" />;
    case 'choice':
      return <Ticks {...props} />;
    case 'pick':
      return <FilterPick {...props} />;
    case 'yes-no':
      return null;
  }
};

const TextInput = ({ input: { name, field, given }, words }: Props) => (
  <input
    class="input"
    type="text"
    name={name}
    value={given.values[0] ?? ''}
    maxlength={200}
    aria-label={words.itemList.value(field.name)}
  />
);

const Stretch = ({ input: { name, field, given }, words, type }: Props & { type: 'text' | 'date' }) => (
  <div class="filter-stretch">
    {(['from', 'to'] as const).map((end) => (
      <label>
        <span class="field-help">{words.itemList[end]}</span>
        <input
          class="input"
          type={type}
          name={`${name}.${end}`}
          value={type === 'text' && words.language !== 'en' ? given[end].replace('.', ',') : given[end]}
          inputmode={type === 'text' ? 'decimal' : undefined}
          autocomplete="off"
          aria-label={end === 'from' ? words.itemList.fromOf(field.name) : words.itemList.toOf(field.name)}
        />
      </label>
    ))}
  </div>
);

const Ticks = ({ input: { name, field, options }, names, words }: Props) => (
  <div class="filter-ticks">
    {options.map(({ id, ticked }) => (
      <label class="checkbox">
        <input type="checkbox" name={name} value={id} checked={ticked} />
        <span>{nameText(field, id, names, words)}</span>
      </label>
    ))}
  </div>
);

const operatorText = (operator: Operator, manner: Input['manner'], { itemList }: Words): string => {
  if (operator !== '') return { ...itemList.periods, ...itemList.operators }[operator];
  if (manner === 'yes-no') return itemList.operators.whatever;
  if (manner === 'numbers') return itemList.operators.between;
  return manner === 'days' ? itemList.operators.days : itemList.operators.any;
};
