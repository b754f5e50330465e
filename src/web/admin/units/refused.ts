import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import type { Words } from '../../../i18n/words.ts';
import type { PeopleRefusal } from '../../../people/refusal.ts';
import type { UnitRefusal } from '../../../people/units/refusal.ts';
import { errorsOf } from '../errors.ts';

/** A field of a form of ours. */
type Field = 'name' | 'parent' | 'to' | 'unit';

/**
 * Why a change of the org structure was refused, in words and at the field that it concerns.
 * @param field what the form is about
 * @param place the field in which a place was chosen, where that is another
 * @param lines names of the lines that rely on a unit
 */
export const unitErrors = (
  reason: UnitRefusal | PeopleRefusal,
  words: Words,
  field: Field,
  { place = field, lines = [] }: { place?: Field; lines?: readonly string[] } = {},
): FormErrors => {
  const { refusals } = words.org;
  switch (reason) {
    case 'unit-name-taken':
      return { [field]: refusals[reason] };
    case 'place-missing':
    case 'below-itself':
    case 'too-deep':
    case 'unit-not-empty':
    case 'people-to-top':
      return { [place]: refusals[reason] };
    case 'unit-in-use':
      return { form: refusals[reason](lines.join(', ')) };
    case 'unit-missing':
    case 'person-missing':
    case 'changed-meanwhile':
    case 'not-placed':
    case 'sent-before':
      return { form: refusals[reason] };
    default:
      return errorsOf(reason, words);
  }
};

/** Whether it was somebody else's change that stood in the way, or what was sent. */
export const unitStatus = (reason: UnitRefusal | PeopleRefusal): 409 | 422 => (conflicts.has(reason) ? 409 : 422);

const conflicts: ReadonlySet<string> = new Set<UnitRefusal>(['place-missing', 'changed-meanwhile', 'sent-before']);
