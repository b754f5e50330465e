import type { Words } from '../../src/i18n/words.ts';
import { Icon } from '../icons/icon.tsx';
import { Reason } from '../layout/reason.tsx';

export type ComposerProps = {
  /** The form's id, where what stands elsewhere puts something into it. */
  id?: string;
  /** The address that its parts hang on: `/sessions/ID` or `/messages/LINE`. */
  base: string;
  /** A fresh id for the message, made when the page is rendered. */
  messageId: string;
  /** What stands in it: the draft, or after a refusal what was typed. */
  text: string;
  /** Why the last attempt was refused. */
  refused?: string | undefined;
  words: Words;
};

/** Where one writes. A plain form with files; the page's script sends it without leaving and keeps the draft. */
export const Composer = ({ id, base, messageId, text, refused, words }: ComposerProps) => (
  <form
    id={id}
    class="composer"
    method="post"
    action={`${base}/messages`}
    enctype="multipart/form-data"
    data-composer={base}
  >
    {refused !== undefined && <Reason text={refused} />}
    <input type="hidden" name="id" value={messageId} />
    <ul class="chips" hidden />
    <div class="composer-row">
      <span class="attach" title={words.common.composer.attach}>
        <Icon name="paperclip" />
        <input type="file" name="files" multiple aria-label={words.common.composer.attach} />
      </span>
      <textarea
        name="text"
        rows={1}
        aria-label={words.common.composer.message}
        placeholder={words.common.composer.placeholder}
        title={words.common.composer.hint}
        autocomplete="off"
        data-key="r"
      >
        {text}
      </textarea>
      <noscript>
        <button type="submit" class="button" formaction={`${base}/draft`}>
          {words.common.composer.saveDraft}
        </button>
      </noscript>
      <button type="submit" class="send" aria-label={words.common.composer.send} title={words.common.composer.send}>
        <Icon name="send" />
      </button>
    </div>
  </form>
);
