import type { Picker } from '../../../views/lines/audience.tsx';
import type { Reader } from '../../db/doors.ts';
import { groupChoices, unitsChosen, usersChosen } from '../../lines/choice.ts';
import { audienceMatching } from '../../lines/matching.ts';
import { type Audience, audienceOf, reachOf } from '../../lines/reach.ts';
import { type Typed, typedText } from '../guard/entered.ts';
import { typedLine } from './fields.ts';

/**
 * What the picker of an audience shows: who is chosen, whom a search for `find` finds beside them, and how many people all
 * that reaches.
 */
export const pickerFor = async (db: Reader, chosen: Audience, find: string | null): Promise<Picker> => ({
  chosen,
  groups: await groupChoices(db),
  units: await unitsChosen(db, chosen.units),
  people: await usersChosen(db, chosen.users),
  found: find === null ? null : { text: find, ...(await audienceMatching(db, find, chosen)) },
  reach: await reachOf(db, chosen),
});

/** The audience that a form says, and what it looks for. */
export const audienceIn = (fields: Typed): { chosen: Audience; find: string } => ({
  chosen: audienceOf(typedLine(fields)),
  find: typedText(fields, 'find').trim(),
});

/**
 * Whether a form was sent to look for somebody and not to be saved: its button was pressed, or Enter, while something stands
 * in the search whose matches were not put below it by a script (`found`). Without scripts nothing tells in which field Enter
 * was pressed: then it looks, since that undoes nothing.
 */
export const looksForPeople = (fields: Typed): boolean => {
  const press = typedText(fields, 'press');
  return press === 'find' || (press === 'enter' && searchChanged(fields));
};

/** Whether something else stands in the search than what the matches on the page were found for. */
export const searchChanged = (fields: Typed): boolean =>
  typedText(fields, 'find').trim() !== typedText(fields, 'found').trim();
