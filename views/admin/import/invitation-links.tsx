import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Hidden } from '../../form/hidden.tsx';

type InvitationLinksProps = {
  words: Words;
  /** How long a link lives. */
  days: number;
  /** By which import those came whose links are wanted; undefined: all who were invited. */
  importId?: string;
};

/** Makes a file of new invitation links. */
export const InvitationLinks = ({ words: { joining }, days, importId }: InvitationLinksProps) => (
  <form class="form" method="post" action="/admin/users/invitations">
    <Hidden values={{ import: importId }} />
    <p class="field-help">{joining.import.linksHelp(days)}</p>
    <Button kind={importId === undefined ? 'plain' : 'primary'}>{joining.import.links}</Button>
  </form>
);
