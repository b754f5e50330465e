type AvatarProps = {
  /** Decides the colour, which so stays the same for ever. */
  id: string;
  name: string;
  /** An image's address; null or absent for initials. */
  src?: string | null | undefined;
  size?: 'small' | 'normal' | 'large';
};

/** A face for somebody or some line, always beside the name, so that readers of the screen skip it. */
export const Avatar = ({ id, name, src, size = 'normal' }: AvatarProps) =>
  src ? (
    <img class={`avatar ${size}`} src={src} alt="" width="40" height="40" loading="lazy" />
  ) : (
    <span class={`avatar ${size} tone-${tone(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );

const tones = 8;

function tone(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  // Ids of one moment differ little: the upper bits have mixed best.
  return (hash >>> 24) % tones;
}

function initials(name: string): string {
  const [first = '', ...others] = name.split(/\s+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  return (first + (others.at(-1) ?? '')).toUpperCase() || '?';
}
