import type { Words } from '../../src/i18n/words.ts';
import type { Picker } from './audience.tsx';

/** How many people the choice reaches, or why it reaches none. Stands in a place that readers of the screen listen to. */
export const Reach = ({ chosen, reach, words }: Pick<Picker, 'chosen' | 'reach'> & { words: Words }) => {
  const number = chosen.groups.length + chosen.users.length + chosen.units.length;
  if (number === 0) return <>{words.lines.audienceNobody}</>;
  return <>{reach === 0 ? words.lines.reachesNobody : words.lines.reaches(reach)}</>;
};
