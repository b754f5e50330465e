import { measure } from './measure.ts';
import { inTurn, inWorker } from './workshop.ts';

/** Why no picture was made of a file. */
export type PictureProblem =
  /** It is no JPEG, PNG, GIF or WebP. */
  | 'no-picture'
  /** It has more bytes or pixels than any camera's picture should. */
  | 'too-large'
  /** It breaks off, makes no sense, or takes too long. */
  | 'broken'
  /** Too many pictures are waiting for their turn. */
  | 'busy';

/** What a file may have: bytes, and pixels once it is decoded. */
export const pictureLimits = { bytes: 20 * 1024 * 1024, pixels: 30_000_000 } as const;

/** The types that are taken, for a form's file field. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/**
 * Makes a face of any picture: a square JPEG of 256 pixels, cut from its middle and turned as the camera held it, with nothing else of
 * the file in it. Of several frames it takes the first. Works in a thread of its own, one picture after another.
 *
 * @param read gets the file, at most once and not before its turn; undefined when it is gone
 * @throws what `read` throws
 */
export const makeAvatar = (
  read: () => Promise<Buffer | undefined>,
): Promise<{ done: Uint8Array } | { refused: PictureProblem }> =>
  inTurn(async () => {
    const file = await read();
    if (!file) return { refused: 'broken' };
    if (file.length > pictureLimits.bytes) return { refused: 'too-large' };
    const size = measure(file);
    if (!size) return { refused: 'no-picture' };
    if (size.width * size.height > pictureLimits.pixels) return { refused: 'too-large' };
    return await inWorker(file);
  });
