import type { Names } from '../../../src/apps/fields/names.ts';
import { nameText } from '../../../src/apps/fields/shown/text.ts';
import type { FilterInput, Looked } from '../../../src/apps/list/panel.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Icon } from '../../icons/icon.tsx';

type Props = { appId: string; input: FilterInput; names: Names; words: Words };

/** Some of many people, items or accounts: those that are chosen, and a search for others among what stands in the field. */
export const FilterPick = ({ appId, input, names, words }: Props) => {
  const { name, field, options, looked } = input;
  if (!looked) return null;
  if (!looked.seen) return <p class="field-help">{words.itemList.notSeen}</p>;
  return (
    <>
      <div class="filter-ticks">
        {options.map(({ id, ticked }) => (
          <label class="checkbox">
            <input type="checkbox" name={name} value={id} checked={ticked} />
            <span>{id === 'me' ? words.itemList.me : nameText(field, id, names, words)}</span>
          </label>
        ))}
        <Found name={name} field={field} looked={looked} chosen={options} names={names} words={words} />
      </div>
      <div class="search">
        <input
          class="input"
          type="search"
          name={`find.${name}`}
          value={looked.text}
          maxlength={100}
          autocomplete="off"
          aria-label={words.itemList.findIn(field.name)}
          placeholder={words.itemList.find}
          hx-get={`/apps/${appId}/values/${field.n}`}
          hx-trigger="input changed delay:250ms"
          hx-target={`#found-${name}`}
          hx-swap="outerHTML"
          hx-sync="this:replace"
        />
        <button
          type="submit"
          class="icon-button"
          name="find"
          value={name}
          aria-label={words.itemList.findIn(field.name)}
        >
          <Icon name="search" />
        </button>
      </div>
    </>
  );
};

type FoundProps = {
  name: string;
  field: FilterInput['field'];
  looked: Looked;
  chosen: FilterInput['options'];
  names: Names;
  words: Words;
};

/** What was found, to be ticked. What is chosen already is not offered twice. */
export const Found = ({ name, field, looked, chosen, names, words }: FoundProps) => {
  const others = looked.found?.filter((id) => !chosen.some((one) => one.id === id));
  return (
    <div class="filter-ticks" id={`found-${name}`} aria-live="polite">
      {others?.map((id) => (
        <label class="checkbox">
          <input type="checkbox" name={name} value={id} />
          <span>{nameText(field, id, names, words)}</span>
        </label>
      ))}
      {looked.found?.length === 0 && <p class="field-help">{words.itemList.foundNothing}</p>}
      {looked.more && <p class="field-help">{words.itemList.foundMore}</p>}
    </div>
  );
};
