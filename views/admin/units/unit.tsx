import type { Words } from '../../../src/i18n/words.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary, type FormErrors } from '../../form/error-summary.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { DeleteUnit } from './delete-unit.tsx';
import { MoveUnit } from './move-unit.tsx';
import { NameAndKind } from './new-unit.tsx';
import { PlacedPeople, type PlacedPeopleProps } from './placed-people.tsx';

export type UnitPanelProps = PlacedPeopleProps & {
  words: Words;
  tree: readonly UnitNode[];
  unit: UnitNode;
  /** The units that it lies in, from the top. */
  above: readonly UnitNode[];
  /** What stands in the forms; `to` is where the people of a deleted unit go. */
  typed: { name: string; kind: string; parent: string; to: string };
  errors: FormErrors;
};

/** One unit: where it lies, what it is called, who is in it, and all that can be done with it. */
export const UnitPanel = ({ words, tree, unit, above, typed, errors, ...placed }: UnitPanelProps) => {
  const { org, people, common } = words;
  return (
    <>
      <div class="org-head">
        {above.length > 0 && (
          <p class="org-path">
            {above.map(({ id, name }, place) => (
              <>
                {place > 0 && <span aria-hidden="true"> / </span>}
                <a href={`/admin/units/${id}`}>{name}</a>
              </>
            ))}
          </p>
        )}
        <h2 class="org-name">{unit.name}</h2>
        <p class="hint">
          {[org.kinds[unit.kind], org.people(unit.people), unit.head !== null && org.headIs(unit.head)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ErrorSummary
        title={people.summary}
        errors={errors}
        labels={{ name: org.name, kind: org.kind, parent: org.moveTo, to: org.deleteTo }}
      />
      <form class="form" method="post" action={`/admin/units/${unit.id}`}>
        <Hidden values={{ wasName: unit.name, wasKind: unit.kind }} />
        <NameAndKind words={words} typed={typed} errors={errors} />
        <div class="org-buttons">
          <Button>{common.save}</Button>
          <a class="button" href={`/admin/units/new?under=${unit.id}`}>
            {org.addBelow}
          </a>
        </div>
      </form>
      <PlacedPeople words={words} unit={unit} {...placed} />
      <MoveUnit words={words} tree={tree} unit={unit} parent={typed.parent} error={errors['parent']} />
      <DeleteUnit words={words} tree={tree} unit={unit} placed={placed.count} to={typed.to} error={errors['to']} />
    </>
  );
};
