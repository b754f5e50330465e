import type { Words } from '../../../src/i18n/words.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';

type UnitTreeProps = { words: Words; tree: readonly UnitNode[]; chosen?: string | undefined };

/**
 * All units as lists in lists, each a link. The page's script makes a tree of it, whose branches fold and which one walks by the
 * arrow keys: src/browser/org-tree.ts.
 */
export const UnitTree = ({ words: { org }, tree, chosen }: UnitTreeProps) => {
  const node = ({ id, name, head, people, below }: UnitNode) => (
    <li class="unit" data-unit={id}>
      <div class="unit-row">
        <a class="unit-name" href={`/admin/units/${id}`} aria-current={id === chosen ? 'page' : undefined}>
          {name}
        </a>
        {head !== null && (
          <span class="unit-note" title={org.headIs(head)}>
            {head}
          </span>
        )}
        {people > 0 && <span class="unit-count">{org.people(people)}</span>}
      </div>
      {below.length > 0 && <ul class="units">{below.map(node)}</ul>}
    </li>
  );
  return (
    <nav class="org-tree" aria-label={org.tree}>
      <ul class="units" data-tree={org.below} aria-label={org.tree}>
        {tree.map(node)}
      </ul>
    </nav>
  );
};
