import type { Field } from '../../../src/apps/fields/field.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { ValueProblem } from '../../../src/apps/fields/problem.ts';
import { isZone } from '../../../src/apps/fields/shown/format.ts';
import { momentInput, valueInput, zoneInput } from '../../../src/apps/fields/shown/inputs.ts';
import { problemText } from '../../../src/apps/fields/shown/problem.ts';
import { listIn, type Typed } from '../../../src/apps/fields/shown/typed-in.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { ChoiceInput, ChoicesInput, YesNoInput } from './choice-input.tsx';
import { FilesInput } from './files-input.tsx';
import { LineInput } from './line-input.tsx';
import { type Found, Picker } from './picker.tsx';

export type FieldInputProps = {
  field: Field;
  /** What stands in the whole form, by the inputs' names. */
  typed: Typed;
  error: ValueProblem | undefined;
  /** What else is wrong, in words: a file that was refused. */
  said?: string | undefined;
  names: Names;
  words: Words;
  /** What its picker looked for. */
  found?: Found | null | undefined;
};

/** Fills in a field: the label above, what it takes, its error and its hint below. */
export const FieldInput = ({ field, typed, error, said, names, words, found = null }: FieldInputProps) => {
  const chosen = listIn(typed, valueInput(field)).filter((value) => value !== '');
  const shared = { error: said ?? (error && problemText(field, error, words)), words };
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput field={field} chosen={chosen} {...shared} />;
    case 'choices':
      return <ChoicesInput field={field} chosen={chosen} {...shared} />;
    case 'yes-no':
      return <YesNoInput field={field} chosen={chosen} {...shared} />;
    case 'files':
      return <FilesInput field={field} kept={chosen} names={names} {...shared} />;
    case 'user':
    case 'reference':
    case 'references':
    case 'account':
      return <Picker field={field} chosen={[...new Set(chosen)]} names={names} found={found} {...shared} />;
    default:
      return <LineInput field={field} text={chosen[0] ?? ''} {...momentOf(field, typed, words)} {...shared} />;
  }
};

/** What goes along with a date and time: the exact moment, and the browser's zone where the person has none. */
const momentOf = (field: Field, typed: Typed, words: Words) => {
  const zone = listIn(typed, zoneInput(field))[0];
  return {
    was: listIn(typed, momentInput(field))[0],
    zone: words.zone === undefined && zone !== undefined && isZone(zone) ? zone : undefined,
  };
};
