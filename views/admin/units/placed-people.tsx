import type { Words } from '../../../src/i18n/words.ts';
import type { UserRow } from '../../../src/people/lists.ts';
import type { UnitNode } from '../../../src/people/units/tree.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { Search } from '../../form/search.tsx';
import type { Shown } from '../list.tsx';
import { Paging } from '../paging.tsx';
import { UserCell } from '../users.tsx';

export type PlacedPeopleProps = {
  /** How many are placed in the unit itself; `placed` is a page of them. */
  count: number;
  placed: readonly UserRow[];
  shown: Shown;
  /** People who could be added: those whom the search found. */
  others: readonly UserRow[];
  /** What was searched among them. */
  found: string;
};

/** Who is placed in a unit, which of them is its head, and whom one could add. */
export const PlacedPeople = ({
  words,
  unit,
  count,
  placed,
  shown,
  others,
  found,
}: PlacedPeopleProps & { words: Words; unit: UnitNode }) => {
  const { org, people } = words;
  const path = `/admin/units/${unit.id}`;
  return (
    <section class="form-section" aria-labelledby="placed-title">
      <h3 id="placed-title">{count === 0 ? org.placed : `${org.placed}: ${count}`}</h3>
      {count === 0 && <p class="field-help">{org.nobody}</p>}
      {placed.length > 0 && (
        <ul class="list">
          {placed.map((user) => (
            <li class="list-row">
              <UserCell user={user} />
              {!user.active && <span class="chip">{people.deactivated}</span>}
              {user.id === unit.headId && <span class="chip">{org.head}</span>}
              <HeadButton words={words} path={path} user={user} isHead={user.id === unit.headId} />
              <Membership
                path={path}
                user={user}
                placed="no"
                label={people.removeMember(user.name)}
                text={people.remove}
              />
            </li>
          ))}
        </ul>
      )}
      <Paging path={path} words={words} {...shown} />
      <h4>{people.addMembers}</h4>
      <Search action={path} value={found} label={people.searchUsers} button={people.search} />
      {others.length === 0 && found !== '' && <p class="field-help">{people.nobodyFound}</p>}
      {others.length > 0 && (
        <ul class="list">
          {others.map((user) => (
            <li class="list-row">
              <UserCell user={user} />
              <Membership path={path} user={user} placed="yes" label={people.addMember(user.name)} text={people.add} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

type HeadButtonProps = { words: Words; path: string; user: UserRow; isHead: boolean };

const HeadButton = ({ words: { org }, path, user, isHead }: HeadButtonProps) => (
  <form method="post" action={`${path}/head`}>
    <Hidden values={{ user: isHead ? '' : user.id }} />
    <Button kind="plain" label={isHead ? org.noHeadOf(user.name) : org.makeHeadOf(user.name)}>
      {isHead ? org.noHead : org.makeHead}
    </Button>
  </form>
);

type MembershipProps = { path: string; user: UserRow; placed: 'yes' | 'no'; label: string; text: string };

const Membership = ({ path, user, placed, label, text }: MembershipProps) => (
  <form method="post" action={`${path}/members`}>
    <Hidden values={{ user: user.id, placed }} />
    <Button kind="plain" label={label}>
      {text}
    </Button>
  </form>
);
