import { Confirm } from '../form/confirm.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { AdminPage } from './admin-page.tsx';
import { GroupForm, type GroupFormProps } from './group-form.tsx';
import { Members, type MembersProps } from './members.tsx';

type GroupProps = GroupFormProps & MembersProps;

/** One group: its name, its members, and its end. */
export const GroupPage = ({ group, members, others, shown, found, ...form }: GroupProps) => {
  const { people } = form.words;
  const path = `/admin/groups/${group.id}`;
  return (
    <AdminPage words={form.words} part="groups" title={group.name}>
      {group.system === null ? (
        <GroupForm {...form} />
      ) : (
        <>
          <ErrorSummary title={people.summary} errors={form.errors ?? {}} />
          <p class="notice">{group.system === 'everyone' ? people.everyoneText : people.systemText}</p>
        </>
      )}
      <Members words={form.words} group={group} members={members} others={others} shown={shown} found={found} />
      {group.system === null && (
        <Confirm
          ask={people.deleteGroup}
          text={people.deleteText(group.name)}
          confirm={people.deleteConfirm(group.name)}
          action={`${path}/deletion`}
        />
      )}
    </AdminPage>
  );
};
