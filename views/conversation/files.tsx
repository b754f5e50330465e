import type { Words } from '../../src/i18n/words.ts';
import type { Attachment } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';

/** The files of a message: images are shown, in a frame of a fixed size so that nothing moves when they arrive. */
export const Files = ({ files, words }: { files: readonly Attachment[]; words: Words }) =>
  files.length === 0 ? null : (
    <ul class="files">
      {files.map((file) => (
        <li>
          {shownTypes.has(file.type) ? <Picture file={file} words={words} /> : <File file={file} words={words} />}
        </li>
      ))}
    </ul>
  );

const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

const Picture = ({ file, words }: { file: Attachment; words: Words }) => (
  <a class="picture" href={`/files/${file.id}`} target="_blank" rel="noopener">
    <img
      src={`/files/${file.id}`}
      alt={words.common.attachment.image(file.name)}
      loading="lazy"
      width="240"
      height="180"
    />
  </a>
);

const File = ({ file, words }: { file: Attachment; words: Words }) => (
  <a class="file" href={`/files/${file.id}`} download={file.name}>
    <Icon name="file" />
    <span class="file-name">{file.name}</span>
    <span class="file-size">{sizeOf(file.size, words)}</span>
  </a>
);

/** A size in bytes as people read it: "340 B", "12 KB", "3.4 MB". */
function sizeOf(bytes: number, { language, common: { attachment } }: Words): string {
  if (bytes < 1000) return `${bytes} ${attachment.bytes}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} ${attachment.kilobytes}`;
  return `${(bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })} ${attachment.megabytes}`;
}
