import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../../src/i18n/words.ts';
import type { FoundInUnits } from '../../../src/people/units/placed.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Search } from '../../form/search.tsx';
import { Icon } from '../../icons/icon.tsx';
import { Empty } from '../../layout/empty.tsx';
import { AdminPage } from '../admin-page.tsx';
import { Found } from './found.tsx';
import { UnitTree } from './unit-tree.tsx';

type OrgPageProps = PropsWithChildren<{
  words: Words;
  tree: readonly UnitNode[];
  /** Whether anything stands beside the tree. */
  open: boolean;
  /** The unit that is shown beside the tree. */
  chosen?: string | undefined;
  search?: string;
  /** What stands in the tree's place after a search. */
  found?: FoundInUnits | undefined;
}>;

/** The org structure: its tree and, beside it, what `children` is: a unit, or a form for a new one. Where it is narrow, one of the two. */
export const OrgPage = ({ words, tree, open, chosen, search = '', found, children }: OrgPageProps) => {
  const { people, org, common } = words;
  return (
    <AdminPage words={words} part="units" title={people.parts.units}>
      <div class={open ? 'org open' : 'org'}>
        <div class="org-side">
          <div class="toolbar">
            <Search action="/admin/units" value={search} label={org.search} button={people.search} />
            <a class="button primary" href="/admin/units/new">
              {common.add}
            </a>
          </div>
          {found ? (
            <Found words={words} found={found} />
          ) : tree.length === 0 ? (
            <Empty icon="users-round" title={org.empty} text={org.emptyText} />
          ) : (
            <UnitTree words={words} tree={tree} chosen={chosen} />
          )}
        </div>
        <div class="org-unit">
          {open ? (
            <>
              <p class="page-back">
                <a href="/admin/units">
                  <Icon name="arrow-left" />
                  {org.toTree}
                </a>
              </p>
              {children}
            </>
          ) : (
            tree.length > 0 && !found && <p class="hint">{org.choose}</p>
          )}
        </div>
      </div>
    </AdminPage>
  );
};
