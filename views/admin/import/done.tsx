import type { Words } from '../../../src/i18n/words.ts';
import { AdminPage } from '../admin-page.tsx';
import { InvitationLinks } from './invitation-links.tsx';

type DoneProps = { words: Words; id: string; count: number; invitationDays: number };

/** What an import came to, and how those who were added learn of it. */
export const DoneImport = ({ words, id, count, invitationDays }: DoneProps) => (
  <AdminPage words={words} part="users" title={words.joining.import.doneTitle}>
    <p class="notice" role="status">
      {words.joining.import.done(count)}
    </p>
    <InvitationLinks words={words} days={invitationDays} importId={id} />
    <p class="field-help">
      <a href="/admin/users">{words.joining.import.toUsers}</a>
    </p>
  </AdminPage>
);
