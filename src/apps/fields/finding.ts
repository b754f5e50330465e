import { cleanLine } from './clean.ts';
import type { Field } from './field.ts';
import { enterPress, findInput, findPress, foundInput, isPicked, pressInput, valueInput } from './shown/inputs.ts';
import { listIn, type Typed, textIn } from './shown/typed-in.ts';

/** What a picker was asked to find: the field, the text, and the ids that are chosen in it. */
export type Wanted = { field: Field; text: string; chosen: readonly string[] };

/**
 * The pickers that a form was sent to look for something in, and not to be saved: "Find" was pressed, or Enter while something stood in a
 * search that was not answered yet, or was answered and nothing is chosen there: it may have been that search where Enter was pressed.
 * Empty: the form is to be saved.
 */
export const wantsFind = (fields: readonly Field[], typed: Typed): Wanted[] => {
  const press = textIn(typed, pressInput);
  return fields
    .filter(
      (field) =>
        isPicked(field.kind) &&
        (press === findPress(field) || (press === enterPress && isOpen(wantedIn(field, typed), typed))),
    )
    .map((field) => wantedIn(field, typed));
};

/** The same for the question that scripts ask while one types: `…/options?q.ID=…&f.ID=…`, or plainly `?q=…`. */
export const wantedIn = (field: Field, typed: Typed): Wanted => ({
  field,
  text: cleanLine(textIn(typed, findInput(field)) || textIn(typed, 'q'))
    .slice(0, longestSearch)
    .toWellFormed(),
  chosen: [...new Set(listIn(typed, valueInput(field)))].filter((id) => id !== ''),
});

const isOpen = ({ field, text, chosen }: Wanted, typed: Typed): boolean =>
  text !== '' && (chosen.length === 0 || text !== textIn(typed, foundInput(field)).trim());

const longestSearch = 200;
