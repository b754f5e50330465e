import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { buildLimits } from '../../../apps/build/definition.ts';
import type { BuildRefusal } from '../../../apps/build/refusal.ts';
import type { Words } from '../../../i18n/words.ts';

/**
 * Why something was not changed, in words and at the field that it concerns; what a page has more to say of it than a sentence
 * ('lines', 'conflict') says nothing here.
 */
export const errorsOf = (
  refusal: BuildRefusal,
  { apps: { wrong, ...apps } }: Words,
  of: 'app' | 'field',
): FormErrors => {
  switch (refusal.refused) {
    case 'name-taken':
      return { name: of === 'app' ? wrong.appTaken : wrong.fieldTaken };
    case 'number-given':
      return { nextNumber: apps.nextGiven(refusal.last) };
    case 'pattern':
      return { titlePattern: wrong.choiceGone };
    case 'choice-gone':
      return { form: wrong.choiceGone };
    case 'sent-before':
      return { form: wrong.sentTwice };
    case 'too-many-fields':
      return { form: wrong.tooManyFields(buildLimits.fields) };
    case 'doubles':
      return { sole: wrong.doubles(refusal.items, refusal.examples.join(', ')) };
    case 'changing':
      return { form: wrong.changing };
    case 'values-lost':
      return { form: apps.lost(refusal.items) };
    case 'too-late':
      return { form: wrong.tooLate };
    case 'archived':
      return { form: wrong.archived };
    case 'missing':
      return { form: wrong.missing };
    case 'lines':
    case 'conflict':
      return {};
  }
};

/** Where somebody else was quicker it is a conflict; otherwise what was typed has to be another. */
export const statusOf = ({ refused }: BuildRefusal): 409 | 422 =>
  refused === 'conflict' || refused === 'sent-before' || refused === 'archived' || refused === 'changing' ? 409 : 422;
