import type { Words } from '../../../src/i18n/words.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Confirm } from '../../form/confirm.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { unitChoices } from './choices.ts';
import { top } from './new-unit.tsx';

type DeleteUnitProps = {
  words: Words;
  tree: readonly UnitNode[];
  unit: UnitNode;
  /** How many people are placed in it itself. */
  placed: number;
  /** Where people and units are to go. */
  to: string;
  error: string | undefined;
};

/** The end of a unit: at once when it is empty, else with a place for its people and the units below it. */
export const DeleteUnit = ({ words: { org }, tree, unit, placed, to, error }: DeleteUnitProps) => {
  const empty = placed === 0 && unit.below.length === 0;
  const places = [...(placed === 0 ? [{ value: top, label: org.top }] : []), ...unitChoices(tree, unit.id)];
  if (!empty && places.length === 0)
    return (
      <section class="form-section" aria-labelledby="delete-title">
        <h3 id="delete-title">{org.delete}</h3>
        <p class="field-help">{org.deleteNowhere}</p>
      </section>
    );
  return (
    <div class="form-section">
      <Confirm
        ask={org.delete}
        text={empty ? org.deleteEmpty(unit.name) : org.deleteFull(unit.name)}
        confirm={org.deleteConfirm(unit.name)}
        action={`/admin/units/${unit.id}/deletion`}
        open={error !== undefined}
      >
        {!empty && (
          <SelectField
            name="to"
            label={org.deleteTo}
            error={error}
            value={to}
            options={[{ value: '', label: org.deleteToWhere }, ...places]}
          />
        )}
      </Confirm>
    </div>
  );
};
