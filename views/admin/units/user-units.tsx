import type { Words } from '../../../src/i18n/words.ts';
import type { PlacedUnit } from '../../../src/people/units/placed.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { unitChoices } from './choices.ts';
import { UnitLink } from './found.tsx';

export type UserUnitsProps = {
  words: Words;
  user: { id: string; name: string };
  /** Where the person is placed. */
  units: readonly PlacedUnit[];
  tree: readonly UnitNode[];
  /** Why nothing came of the last attempt. */
  error?: string | undefined;
};

/** Where one person is placed in the org structure, to be changed there and then. */
export const UserUnits = ({ words: { org, people }, user, units, tree, error }: UserUnitsProps) => {
  const action = `/admin/users/${user.id}/units`;
  return (
    <section class="form-section" aria-labelledby="units-title">
      <h2 id="units-title">{org.userUnits}</h2>
      {units.length === 0 && <p class="field-help">{org.userNowhere}</p>}
      {units.length > 0 && (
        <ul class="list org-placed">
          {units.map((unit) => (
            <li class="list-row">
              <UnitLink unit={unit} />
              <form method="post" action={action}>
                <Hidden values={{ unit: unit.id, placed: 'no' }} />
                <Button kind="plain" label={org.userRemove(unit.path.join(' / '))}>
                  {people.remove}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {tree.length === 0 ? (
        <p class="field-help">{org.noUnits}</p>
      ) : (
        <form class="form" method="post" action={action}>
          <Hidden values={{ placed: 'yes' }} />
          <SelectField
            name="unit"
            label={org.userUnit}
            error={error}
            value=""
            options={[{ value: '', label: org.deleteToWhere }, ...unitChoices(tree)]}
          />
          <Button kind="plain">{org.userAdd}</Button>
        </form>
      )}
    </section>
  );
};
