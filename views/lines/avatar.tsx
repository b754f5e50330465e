import { Avatar } from '../layout/avatar.tsx';

/** A line as it is shown: `avatar` is the id of its picture. */
type FacedLine = { id: string; name: string; avatar: string | null };

/** Where a line's picture lies, null for a line without; the address changes with the picture, so that it can be kept for ever. */
export const lineAvatarAddress = ({ id, avatar }: Pick<FacedLine, 'id' | 'avatar'>): string | null =>
  avatar === null ? null : `/lines/${id}/avatar?v=${avatar}`;

/** A line's picture, or its initials. */
export const LineAvatar = ({ line, size = 'normal' }: { line: FacedLine; size?: 'small' | 'normal' | 'large' }) => (
  <Avatar id={line.id} name={line.name} src={lineAvatarAddress(line)} size={size} />
);
