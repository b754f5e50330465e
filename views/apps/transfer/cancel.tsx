import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';

/** Ends an import. */
export const CancelImport = ({ appId, id, words }: { appId: string; id: string; words: Words }) => (
  <form class="import-cancel" method="post" action={`/apps/${appId}/imports/${id}/cancellation`}>
    <Button kind="plain">{words.transfer.cancel}</Button>
  </form>
);
