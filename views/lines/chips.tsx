import type { Words } from '../../src/i18n/words.ts';
import type { Picker } from './audience.tsx';
import { GroupPick, PersonPick, UnitPick } from './pick.tsx';

/**
 * What stands on top: everything chosen, and what one may want at once: all groups of a company with few, Everyone in one with
 * many. What the search found stands there and not here: each box exists once.
 */
export const Chips = ({ chosen, groups, units, people, found, words }: Picker & { words: Words }) => {
  const few = groups.length <= fewGroups;
  const isFound = new Set(found?.groups.map((group) => group.id));
  const offered = groups.filter((group) => !isFound.has(group.id));
  const namesakes = namesTwice(people);
  return (
    <>
      {offered.map((group) => {
        const checked = chosen.groups.includes(group.id);
        return (few || checked || group.everyone) && <GroupPick group={group} checked={checked} words={words} quiet />;
      })}
      {units.map((unit) => (
        <UnitPick unit={unit} checked words={words} quiet />
      ))}
      {people.map((user) => (
        <PersonPick user={user} checked words={words} quiet={!namesakes.has(user.name)} />
      ))}
    </>
  );
};

/** Up to how many groups all of them are offered at once. */
export const fewGroups = 20;

const namesTwice = (people: Picker['people']): Set<string> => {
  const seen = new Set<string>();
  return new Set(people.filter(({ name }) => seen.size === seen.add(name).size).map(({ name }) => name));
};
