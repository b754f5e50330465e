import type { Child } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import { EnterButton } from '../apps/fields/enter-button.tsx';
import { Button } from '../form/button.tsx';
import { Hidden } from '../form/hidden.tsx';
import { CancelButton } from './shell.tsx';

type NewItemProps = {
  sessionId: string;
  appId: string;
  /** The client's own item, or another one for the client. */
  as: 'client' | 'other';
  /** The id that it will have: sent twice, it is one item. */
  id: string;
  /** The app's fields: see ItemFields. */
  fields: Child;
  /** Whether it stands in the desk's dialog. */
  dialog: boolean;
  words: Words;
};

/** The form of a new item, beside a conversation. */
export const NewItem = ({ sessionId, appId, as, id, fields, dialog, words }: NewItemProps) => {
  const { records } = words;
  const action = `/sessions/${sessionId}/items?app=${appId}&as=${as}`;
  return (
    <>
      <EnterButton form="item-form" words={words} />
      <form
        id="item-form"
        class="form"
        method="post"
        action={action}
        enctype="multipart/form-data"
        hx-post={action}
        hx-swap="frame"
      >
        <Hidden values={{ id }} />
        {as === 'client' && <p class="hint">{records.prefilled}</p>}
        {fields}
        <div class="buttons">
          <Button name="press" value="save">
            {as === 'client' ? records.saveAndLink : records.save}
          </Button>
          {dialog && <CancelButton words={words} />}
        </div>
      </form>
    </>
  );
};
