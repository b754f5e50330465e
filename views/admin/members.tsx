import type { Words } from '../../src/i18n/words.ts';
import type { Group } from '../../src/people/groups.ts';
import type { UserRow } from '../../src/people/lists.ts';
import { Button } from '../form/button.tsx';
import { Hidden } from '../form/hidden.tsx';
import { Search } from '../form/search.tsx';
import type { Shown } from './list.tsx';
import { Paging } from './paging.tsx';
import { UserCell } from './users.tsx';

export type MembersProps = {
  words: Words;
  group: Group;
  members: readonly UserRow[];
  /** The page of the members. */
  shown: Shown;
  /** People who could be added: those whom the search found. */
  others: readonly UserRow[];
  /** What was searched among them. */
  found: string;
};

/** Who belongs to a group, and whom one could add. Nobody is added to Everyone, and nobody leaves it. */
export const Members = ({ words, group, members, shown, others, found }: MembersProps) => {
  const { people } = words;
  const path = `/admin/groups/${group.id}`;
  const open = group.system !== 'everyone';
  return (
    <>
      <section class="form-section" aria-labelledby="members-title">
        <h2 id="members-title">{people.membersTitle}</h2>
        {members.length === 0 && <p class="field-help">{people.noMembers}</p>}
        <People words={words} users={members} path={open ? path : undefined} member="no" />
        <Paging path={path} words={words} {...shown} />
      </section>
      {open && (
        <section class="form-section" aria-labelledby="others-title">
          <h2 id="others-title">{people.addMembers}</h2>
          <Search action={path} value={found} label={people.searchUsers} button={people.search} />
          {others.length === 0 && found !== '' && <p class="field-help">{people.nobodyFound}</p>}
          <People words={words} users={others} path={path} member="yes" />
        </section>
      )}
    </>
  );
};

type PeopleProps = { words: Words; users: readonly UserRow[]; path: string | undefined; member: 'yes' | 'no' };

const People = ({ words: { people }, users, path, member }: PeopleProps) => (
  <ul class="list">
    {users.map((user) => (
      <li class="list-row">
        <UserCell user={user} />
        {!user.active && <span class="chip">{people.deactivated}</span>}
        {path !== undefined && (
          <form method="post" action={`${path}/members`}>
            <Hidden values={{ user: user.id, member }} />
            <Button
              kind="plain"
              label={member === 'yes' ? people.addMember(user.name) : people.removeMember(user.name)}
            >
              {member === 'yes' ? people.add : people.remove}
            </Button>
          </form>
        )}
      </li>
    ))}
  </ul>
);
