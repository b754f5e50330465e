import type { Words } from '../../../src/i18n/words.ts';
import type { FoundInUnits, PlacedUnit } from '../../../src/people/units/placed.ts';
import { Empty } from '../../layout/empty.tsx';
import { UserCell } from '../users.tsx';

type FoundProps = { words: Words; found: FoundInUnits };

/** What a search in the org structure found: units, and people with the units that they are placed in. */
export const Found = ({ words: { org, people }, found }: FoundProps) => (
  <>
    {found.units.length + found.people.length === 0 && (
      <Empty icon="search" title={people.nothingFound} text={people.otherSearch} />
    )}
    {found.units.length > 0 && (
      <section class="org-found" aria-labelledby="found-units">
        <h2 id="found-units">{org.foundUnits}</h2>
        <ul class="list">
          {found.units.map((unit) => (
            <li class="list-row">
              <UnitLink unit={unit} />
            </li>
          ))}
        </ul>
      </section>
    )}
    {found.people.length > 0 && (
      <section class="org-found" aria-labelledby="found-people">
        <h2 id="found-people">{org.foundPeople}</h2>
        <ul class="list">
          {found.people.map((user) => (
            <li class="list-row">
              <UserCell user={user} />
              <p class="org-places">
                {user.units.length === 0 && <span class="hint">{org.unplaced}</span>}
                {user.units.map((unit) => (
                  <UnitLink unit={unit} />
                ))}
              </p>
            </li>
          ))}
        </ul>
      </section>
    )}
    {found.more && <p class="hint">{org.moreFound}</p>}
    <p>
      <a class="button" href="/admin/units">
        {org.showAll}
      </a>
    </p>
  </>
);

/** A unit by its path, as a link to it. */
export const UnitLink = ({ unit }: { unit: PlacedUnit }) => (
  <a class="list-main" href={`/admin/units/${unit.id}`}>
    {unit.path.join(' / ')}
  </a>
);
