import type { Words } from '../../src/i18n/words.ts';
import type { UserRow } from '../../src/people/lists.ts';
import { Avatar } from '../layout/avatar.tsx';
import { AdminPage } from './admin-page.tsx';
import { List, type Shown } from './list.tsx';

type UsersProps = { words: Words; me: string; users: readonly UserRow[]; shown: Shown };

/** Everybody in the company, by name. */
export const Users = ({ words, me, users, shown }: UsersProps) => (
  <AdminPage words={words} part="users" title={words.people.users}>
    <List
      words={words}
      path="/admin/users"
      label={words.people.searchUsers}
      shown={shown}
      empty={users.length === 0}
      none={words.people.nobodyFound}
      more={
        <a class="button" href="/admin/users/import">
          {words.joining.import.open}
        </a>
      }
    >
      {users.map((user) => (
        <li class="list-row">
          <UserCell user={user} />
          {user.id === me && <span class="chip">{words.people.you}</span>}
          {user.invited && <span class="chip waits">{words.joining.invited}</span>}
          {!user.active && <span class="chip">{words.people.deactivated}</span>}
        </li>
      ))}
    </List>
  </AdminPage>
);

/** Somebody in a list: the face, the name that leads to their form, the email. */
export const UserCell = ({ user }: { user: Pick<UserRow, 'id' | 'name' | 'email' | 'avatar'> }) => (
  <>
    <Avatar id={user.id} name={user.name} src={user.avatar} size="small" />
    <a class="list-main" href={`/admin/users/${user.id}`}>
      {user.name}
    </a>
    <span class="list-aside">{user.email}</span>
  </>
);
