import { Hono } from 'hono';
import { z } from 'zod';
import { addComment, type CommentRefusal, commentsOf, longestComment, takeBack } from '../../../apps/items/comments.ts';
import type { Words } from '../../../i18n/words.ts';
import { newId } from '../../../id.ts';
import type { Asked } from '../../env.ts';
import { typedText } from '../../guard/entered.ts';
import { ownId } from '../../guard/fields.ts';
import { form } from '../../guard/form.ts';
import { signedIn } from '../../guard/signed-in.ts';
import { stillMay } from './at-app.ts';
import { type AtItem, atItem } from './at-item.ts';
import { showItem } from './show-item.tsx';

const comment = z.object({ id: ownId() });

/** What people say about an item, for who sees it; only its author takes a comment back. */
export const commentRoutes = new Hono<AtItem>()
  .post('/items/:id/comments', signedIn, atItem('see'), form(comment), async (c) => {
    const { house, person, item, entered, words } = c.var;
    const text = typedText(entered.typed, 'text').toWellFormed().replaceAll('\0', '');
    const id = (entered.ok && entered.value.id) || newId();
    const by = { author: person.id, at: Date.now() };
    const added = await house.db.write(async (tx) =>
      (await stillMay(tx, c, 'see')) ? addComment(tx, item.id, { id, text }, by) : 'gone',
    );
    if (added === 'added') return c.redirect(`/items/${item.id}#comment-${id}`, 303);
    if (added === 'gone') return c.notFound();
    const again = { id: added === 'other-content' ? newId() : id, text, error: sayRefusal(added, words) };
    return await showItem(c, { comment: again }, added === 'other-content' ? 409 : 422);
  })

  .post('/items/:id/comments/:commentId/deletion', signedIn, atItem('see'), async (c) => {
    const { house, person, item } = c.var;
    const by = { author: person.id, at: Date.now() };
    const commentId = c.req.param('commentId');
    const taken = await house.db.write((tx) => takeBack(tx, item.id, commentId, by));
    // What was taken back before is so: whoever presses twice is not told that nothing is there.
    return taken || (await isOwn(c, commentId)) ? c.redirect(`/items/${item.id}#comments`, 303) : c.notFound();
  });

const isOwn = async (c: Asked<AtItem>, commentId: string): Promise<boolean> => {
  const comments = await commentsOf(c.var.house.db.read, c.var.item.id);
  return comments.some(({ id, author }) => id === commentId && author.id === c.var.person.id);
};

const sayRefusal = (refusal: Exclude<CommentRefusal, 'gone'>, { items }: Words): string => {
  switch (refusal) {
    case 'empty':
      return items.commentEmpty;
    case 'too-long':
      return items.commentTooLong(longestComment);
    case 'other-content':
      return items.commentSentBefore;
  }
};
