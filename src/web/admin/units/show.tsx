import { Gone } from '../../../../views/admin/units/gone.tsx';
import { top } from '../../../../views/admin/units/new-unit.tsx';
import { OrgPage } from '../../../../views/admin/units/org-page.tsx';
import { UnitPanel } from '../../../../views/admin/units/unit.tsx';
import type { FormErrors } from '../../../../views/form/error-summary.tsx';
import { countPlaced, listNotPlaced, listPlaced } from '../../../people/units/placed.ts';
import { pathTo, type UnitNode, unitTree } from '../../../people/units/tree.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { page } from '../../page.tsx';
import { shownOf, wanted } from '../wanted.ts';

type OrgProps = Omit<Parameters<typeof OrgPage>[0], 'words' | 'open'>;

/** The page of the org structure. `title` names what stands beside the tree, `children`, if anything does. */
export const showOrg = (
  c: Asked<SignedIn>,
  { title, notice, ...props }: OrgProps & { title?: string; notice?: string | undefined },
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> => {
  const { words } = c.var;
  const children = <OrgPage words={words} open={title !== undefined} {...props} />;
  const shown = { title: title ?? words.people.parts.units, section: 'admin' as const, children, notice };
  return page(c, { ...shown, scripts: ['org-tree.js'] }, status);
};

/** What was typed into the forms of a unit's page, and what was wrong with it. */
export type Shown = {
  typed?: Partial<Record<'name' | 'kind' | 'parent' | 'to', string>>;
  errors?: FormErrors;
};

/** A unit beside the tree; words instead, if it is gone. */
export const showUnit = async (
  c: Asked<SignedIn>,
  id: string,
  { typed = {}, errors = {} }: Shown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { house, words } = c.var;
  const { read } = house.db;
  const tree = await unitTree(read);
  const path = pathTo(tree, id);
  const unit = path.at(-1);
  if (!unit) return await showGone(c, tree, typed.name);
  const query = wanted.parse(c.req.query());
  const placed = await listPlaced(read, id, { search: '', after: query.after });
  const others = query.q === '' ? [] : (await listNotPlaced(read, id, { search: query.q, after: undefined })).rows;
  const stored = { name: unit.name, kind: unit.kind, parent: unit.parentId ?? top, to: '' };
  const children = (
    <UnitPanel
      words={words}
      tree={tree}
      unit={unit}
      above={path.slice(0, -1)}
      typed={{ ...stored, ...typed }}
      errors={errors}
      count={await countPlaced(read, id)}
      placed={placed.rows}
      shown={{ ...shownOf(placed, query), search: '' }}
      others={others}
      found={query.q}
    />
  );
  const notice = query.saved === undefined ? undefined : words.people.saved;
  return await showOrg(c, { title: unit.name, tree, chosen: id, notice, children }, status);
};

const showGone = (c: Asked<SignedIn>, tree: readonly UnitNode[], typed = ''): Promise<Response> => {
  const { words } = c.var;
  const children = <Gone words={words} typed={typed} />;
  return showOrg(c, { title: words.org.gone, tree, children }, 404);
};
