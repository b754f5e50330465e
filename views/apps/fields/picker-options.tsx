import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import { foundInput, valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import { nameText } from '../../../src/apps/fields/shown/text.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { Found, Option, PickerProps } from './picker.tsx';

/**
 * What can be chosen in a picker: what is chosen already, then what a search found. The answer to `…/options` is this alone. `found`
 * goes along unseen, so that it is known whether a search that stands in the form was answered.
 */
export const PickerOptions = ({ field, chosen, names, found, words }: PickerProps) => {
  const many = field.kind === 'references' || field.kind === 'account';
  const offered = found?.options.filter(({ id }) => !chosen.includes(id)) ?? [];
  const pick = { field, many };
  return (
    <>
      <p class="field-help" role="status" id={`said-${field.id}`}>
        <Said found={found} words={words} />
      </p>
      {chosen.length + offered.length > 0 && (
        <div class="field-picks">
          {!many && !field.required && (
            <Pick {...pick} option={{ id: '', name: nobodyOr(field, words) }} checked={chosen.length === 0} />
          )}
          {chosen.map((id) => (
            <Pick {...pick} option={chosenOption(field, id, names, words)} checked />
          ))}
          {offered.map((option) => (
            <Pick {...pick} option={option} checked={false} />
          ))}
        </div>
      )}
      {found && <input type="hidden" name={foundInput(field)} value={found.text} />}
    </>
  );
};

/** What tells people of one name apart is seen of who is chosen as well. */
const chosenOption = (field: Field, id: string, names: Names, words: Words): Option => {
  const { code } = names.nameOf(field, id);
  const name = nameText(field, id, names, words);
  return field.kind === 'user' && code !== undefined ? { id, name, about: code } : { id, name };
};

const Pick = ({ field, many, option, checked }: { field: Field; many: boolean; option: Option; checked: boolean }) => {
  const id = `pick-${field.id}-${option.id || 'none'}`;
  return (
    <div class="field-pick">
      <label class="checkbox">
        <input
          type={many ? 'checkbox' : 'radio'}
          id={id}
          name={valueInput(field)}
          value={option.id}
          checked={checked}
          aria-describedby={option.about ? `${id}-about` : undefined}
        />
        <span>{option.name}</span>
      </label>
      {option.about && (
        <span class="field-help" id={`${id}-about`}>
          {option.about}
        </span>
      )}
    </div>
  );
};

const Said = ({ found, words: { fields } }: { found: Found | null; words: Words }) => {
  if (found === null || found.text.trim() === '') return null;
  if (found.options.length === 0) return <>{fields.foundNothing(found.text)}</>;
  return <>{found.more ? `${fields.found(found.text)} ${fields.foundMore}` : fields.found(found.text)}</>;
};

const nobodyOr = (field: Field, { fields }: Words): string => (field.kind === 'user' ? fields.nobody : fields.nothing);
