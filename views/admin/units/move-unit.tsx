import type { Words } from '../../../src/i18n/words.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { SelectField } from '../../form/select-field.tsx';
import { unitChoices } from './choices.ts';
import { top } from './new-unit.tsx';

type MoveUnitProps = {
  words: Words;
  tree: readonly UnitNode[];
  unit: UnitNode;
  /** The chosen place. */
  parent: string;
  error: string | undefined;
};

/** Moves a unit with all that lies below it: to every place but into itself. */
export const MoveUnit = ({ words: { org }, tree, unit, parent, error }: MoveUnitProps) => (
  <section class="form-section" aria-labelledby="move-title">
    <h3 id="move-title">{org.move}</h3>
    <form class="form" method="post" action={`/admin/units/${unit.id}/parent`}>
      <Hidden values={{ was: unit.parentId ?? top }} />
      <SelectField
        name="parent"
        label={org.moveTo}
        help={org.moveText}
        error={error}
        value={parent}
        options={[{ value: top, label: org.top }, ...unitChoices(tree, unit.id)]}
      />
      <Button kind="plain">{org.move}</Button>
    </form>
  </section>
);
