import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { Avatar } from '../../layout/avatar.tsx';
import { Time } from '../../layout/time.tsx';
import { Section } from './section.tsx';

/** A comment as somebody sees it. `text` is empty where it was taken back; `mine`: who looks may take it back. */
type ShownComment = {
  id: string;
  author: { id: string; name: string; avatar: string | null };
  at: number;
  text: string;
  gone: boolean;
  mine: boolean;
};

export type CommentsProps = {
  itemId: string;
  comments: readonly ShownComment[];
  /** How many there are; more than are shown where only the last ones are. */
  count: number;
  /** The form of a new one: the id under which it will be known, what was typed, and why it was refused; null where nobody may add one. */
  form: { id: string; text: string; error?: string | undefined } | null;
  words: Words;
};

/** What people say about an item to each other, the oldest first. */
export const Comments = ({ itemId, comments, count, form, words }: CommentsProps) => (
  <Section id="comments" title={words.items.comments}>
    {count > comments.length && (
      <p>
        <a href={`/items/${itemId}?all=comments#comments`}>{words.items.commentsEarlier(count)}</a>
      </p>
    )}
    {comments.length === 0 && <p class="field-note">{words.items.commentsNone}</p>}
    <ul class="comments">
      {comments.map((comment) => (
        <Comment itemId={itemId} comment={comment} words={words} />
      ))}
    </ul>
    {form && <NewComment itemId={itemId} {...form} words={words} />}
  </Section>
);

type CommentProps = { itemId: string; comment: ShownComment; words: Words };

const Comment = ({ itemId, comment: { id, author, at, text, gone, mine }, words }: CommentProps) => (
  <li class="comment" id={`comment-${id}`}>
    <Avatar id={author.id} name={author.name} src={author.avatar} size="small" />
    <div class="comment-body">
      <div class="comment-head">
        <b>{author.name}</b> <Time at={at} kind="moment" words={words} />
        {mine && !gone && (
          <form method="post" action={`/items/${itemId}/comments/${id}/deletion`}>
            <button type="submit" class="link-button">
              {words.items.commentTakeBack}
            </button>
          </form>
        )}
      </div>
      {gone ? <p class="field-note">{words.items.commentTakenBack}</p> : <p class="comment-text">{text}</p>}
    </div>
  </li>
);

type NewCommentProps = { itemId: string; id: string; text: string; error?: string | undefined; words: Words };

const NewComment = ({ itemId, id, text, error, words: { items } }: NewCommentProps) => {
  const field = { name: 'text', label: items.comment, error };
  return (
    <form class="form comment-form" method="post" action={`/items/${itemId}/comments`}>
      <Hidden values={{ id }} />
      <Field {...field}>
        <textarea
          id={fieldId(field.name)}
          name="text"
          rows={3}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(field)}
        >
          {text}
        </textarea>
      </Field>
      <Button kind="plain">{items.commentAdd}</Button>
    </form>
  );
};
