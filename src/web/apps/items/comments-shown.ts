import type { CommentsProps } from '../../../../views/apps/item/comments.tsx';
import { commentsOf } from '../../../apps/items/comments.ts';
import { newId } from '../../../id.ts';
import { personAvatar } from '../../../people/avatar.ts';
import type { Asked } from '../../env.ts';
import type { AtItem } from './at-item.ts';

/** A comment that is being written: its id, what was typed, and why it was refused. */
export type TypedComment = { id: string; text: string; error: string };

/** The comments of an item as the person sees them, the last ones unless all are asked for. */
export const commentsFor = async (
  c: Asked<AtItem>,
  typed?: TypedComment,
): Promise<Omit<CommentsProps, 'itemId' | 'words'>> => {
  const { house, person, item } = c.var;
  const all = await commentsOf(house.db.read, item.id);
  const wanted = c.req.query('comments') === 'all' ? all : all.slice(-most);
  const comments = wanted.map(({ id, author: { avatarFileId, ...author }, at, text }) => ({
    ...{ id, at, text: text ?? '', gone: text === null },
    author: { ...author, avatar: personAvatar(author.id, avatarFileId) },
    mine: author.id === person.id,
  }));
  const form = item.deletedAt === null ? (typed ?? { id: newId(), text: '' }) : null;
  return { comments, count: all.length, form };
};

const most = 30;
