import type { FormErrors } from '../../../views/form/error-summary.tsx';
import type { Words } from '../../i18n/words.ts';
import type { PeopleRefusal } from '../../people/refusal.ts';

/**
 * Why a change of people was refused, in words and at the field that it concerns.
 * @param lines names of the lines that rely on a group
 */
export const errorsOf = (reason: PeopleRefusal, { people: { problems, refusals } }: Words, lines = ''): FormErrors => {
  switch (reason) {
    case 'email-taken':
      return { email: problems['email-taken'] };
    case 'name-taken':
      return { name: problems['name-taken'] };
    case 'last-administrator':
      return { groups: refusals['last-administrator'] };
    case 'group-in-use':
      return { form: refusals['group-in-use'](lines) };
    case 'system-group':
      return { form: refusals['system-group'] };
    case 'sent-before':
      return { form: refusals['sent-before'] };
    case 'missing':
    case 'set-up-already':
      return { form: refusals.missing };
  }
};
