import { jpegSize } from './jpeg.ts';
import { webpSize } from './webp.ts';

/** Width and height in pixels, as the file's head tells them. */
export type Size = { width: number; height: number };

/**
 * How large a picture will be once it is decoded, read from its first bytes alone: what is too large is refused before anything is
 * decoded. Undefined for whatever is no JPEG, PNG, GIF or WebP: an SVG is none of them, whatever it calls itself.
 */
export const measure = (bytes: Buffer): Size | undefined => {
  const kind = kinds.find(({ starts }) => starts(bytes));
  const size = kind?.size(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
};

type Kind = { starts(bytes: Buffer): boolean; size(bytes: Buffer): Size | undefined };

const startsWith =
  (sign: string, at = 0) =>
  (bytes: Buffer): boolean =>
    bytes.toString('latin1', at, at + sign.length) === sign;

const kinds: readonly Kind[] = [
  { starts: startsWith('\xff\xd8\xff'), size: jpegSize },
  {
    starts: startsWith('\x89PNG\r\n\x1a\n'),
    size: (bytes) =>
      bytes.length < 24 || !startsWith('IHDR', 12)(bytes)
        ? undefined
        : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) },
  },
  {
    starts: (bytes) => startsWith('GIF87a')(bytes) || startsWith('GIF89a')(bytes),
    size: (bytes) => (bytes.length < 10 ? undefined : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  },
  { starts: (bytes) => startsWith('RIFF')(bytes) && startsWith('WEBP', 8)(bytes), size: webpSize },
];
