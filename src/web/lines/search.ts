import type { Found } from '../../../views/lines/people.tsx';
import type { Reader } from '../../db/doors.ts';
import { usersMatching } from '../../lines/choice.ts';
import { typedList, typedText } from '../guard/entered.ts';
import type { Form } from '../guard/upload.ts';

/**
 * Whether a form was sent to look for people and not to be saved: its button was pressed, or Enter, while something stands in
 * the search that was not looked for yet.
 */
export const looksForPeople = (fields: Form['fields']): boolean => {
  const press = typedText(fields, 'press');
  if (press === 'find') return true;
  const text = typedText(fields, 'find').trim();
  return press === 'enter' && text !== '' && text !== typedText(fields, 'found').trim();
};

/** Whom the search in a form finds, without those chosen already. */
export const findPeople = async (db: Reader, fields: Form['fields']): Promise<Found> => {
  const text = typedText(fields, 'find');
  return { text, ...(await usersMatching(db, text, typedList(fields, 'audienceUsers'))) };
};
