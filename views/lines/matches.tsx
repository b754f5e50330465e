import type { Words } from '../../src/i18n/words.ts';
import type { Found } from './audience.tsx';
import { GroupPick, PersonPick, UnitPick } from './pick.tsx';

type Props = { found: Found | null; words: Words };

/** What a search found, to be chosen. */
export const Matches = ({ found, words }: Props) => (
  <>
    {found?.groups.map((group) => (
      <GroupPick group={group} checked={false} words={words} />
    ))}
    {found?.units.map((unit) => (
      <UnitPick unit={unit} checked={false} words={words} />
    ))}
    {found?.users.map((user) => (
      <PersonPick user={user} checked={false} words={words} />
    ))}
  </>
);

/** Whether a search found anything. Stands in a place that readers of the screen listen to. */
export const MatchesSaid = ({ found, words: { lines } }: Props) => {
  if (found === null || found.text === '') return null;
  if (found.groups.length + found.units.length + found.users.length === 0) return <>{lines.foundNobody(found.text)}</>;
  return <>{found.more ? `${lines.found(found.text)} ${lines.foundMore}` : lines.found(found.text)}</>;
};
