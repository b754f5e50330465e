import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/names.ts';

type EmptyProps = { icon: IconName; title: string; text: string; children?: unknown };

/** What stands where nothing is: what it means, and what to do next (`children`, a link or button). */
export const Empty = ({ icon, title, text, children }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    <p>{text}</p>
    {children}
  </div>
);
