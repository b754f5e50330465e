import type { Words } from '../../src/i18n/words.ts';
import type { GroupRow } from '../../src/people/lists.ts';
import { AdminPage } from './admin-page.tsx';
import { List, type Shown } from './list.tsx';

type GroupsProps = { words: Words; groups: readonly GroupRow[]; shown: Shown };

/** All groups, by name. */
export const Groups = ({ words, groups, shown }: GroupsProps) => (
  <AdminPage words={words} part="groups" title={words.people.groups}>
    <List
      words={words}
      path="/admin/groups"
      label={words.people.searchGroups}
      shown={shown}
      empty={groups.length === 0}
      none={words.people.nothingFound}
    >
      {groups.map((group) => (
        <li class="list-row">
          <a class="list-main" href={`/admin/groups/${group.id}`}>
            {group.name}
          </a>
          {group.system && <span class="chip">{words.people.system}</span>}
          <span class="list-aside">{words.people.members(group.members)}</span>
        </li>
      ))}
    </List>
  </AdminPage>
);
