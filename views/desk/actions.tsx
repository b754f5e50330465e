import type { Words } from '../../src/i18n/words.ts';
import type { SessionRow } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';

type ActionProps = { row: SessionRow; words: Words };

/** Makes the session the viewer's own, if it still has the owner whom the page showed. */
export const Take = ({ row, me, words }: ActionProps & { me: string }) => (
  <Post row={row} to="assignment">
    <input type="hidden" name="operator" value={me} />
    <button type="submit" class="button primary" data-key="t">
      {words.desk.take}
    </button>
  </Post>
);

/** Opens the list of operators: a page of its own, or with scripts a dialog above this one. */
export const Reassign = ({ row, words }: ActionProps) => (
  <form
    method="get"
    action={`/sessions/${row.id}/assignment`}
    hx-get={`/sessions/${row.id}/assignment`}
    hx-target="#dialog"
  >
    <button type="submit" class="button">
      <Icon name="arrow-left-right" /> {words.desk.reassign}
    </button>
  </form>
);

export const ReturnToQueue = ({ row, words }: ActionProps) => (
  <Post row={row} to="return">
    <button type="submit" class="icon-button" aria-label={words.desk.giveBack} title={words.desk.giveBack}>
      <Icon name="undo-2" />
    </button>
  </Post>
);

/**
 * The icon beside the client's name. `seen` is the last message that the page shows, kept up by its script: what the client wrote
 * after it is not closed unread.
 */
export const CloseSession = ({ row, seen, words }: ActionProps & { seen: number | undefined }) => (
  <Post row={row} to="closure">
    <input type="hidden" name="seen" value={seen} data-newest="" />
    <button
      type="submit"
      class="icon-button close-session"
      aria-label={words.desk.close}
      title={words.desk.close}
      data-key="e"
    >
      <Icon name="circle-check" />
    </button>
  </Post>
);

type PostProps = { row: SessionRow; to: string; children?: unknown };

/** A change of the session. It names the owner whom the page shows: of two who act at once, the later one is told. */
export const Post = ({ row, to, children }: PostProps) => (
  <form method="post" action={`/sessions/${row.id}/${to}`} hx-post={`/sessions/${row.id}/${to}`} hx-swap="frame">
    <input type="hidden" name="owner" value={row.owner?.id ?? ''} />
    {children}
  </form>
);
