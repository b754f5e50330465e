import { setFlagsFromString } from 'node:v8';
import { jpegOrientation } from './jpeg.ts';
import { turned } from './turn.ts';
import { firstFrame } from './webp.ts';

/** Width and height of what comes out, in pixels. */
const avatarSide = 256;

/**
 * The middle of a picture as a square JPEG of 256 pixels, turned as its camera held it. It is made from pixels alone: nothing else
 * of the file is in it, neither a place nor a name nor a program that only looked like a picture.
 *
 * Only for a worker: it takes its time, and after it threw it must not be used again.
 * @throws whatever the decoder makes of a broken file
 */
export const shrink = async (file: Buffer): Promise<Uint8Array> => {
  // Whatever the head of a file says, decoding it takes no more than this: 8192 pages are 512 MiB.
  setFlagsFromString('--wasm-max-mem-pages=8192');
  const { crop, PhotonImage, resize, SamplingFilter } = await import('@cf-wasm/photon/node');
  const whole = PhotonImage.new_from_byteslice(firstFrame(file));
  const [width, height] = [whole.get_width(), whole.get_height()];
  const side = Math.min(width, height);
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  const square = crop(whole, left, top, left + side, top + side);
  whole.free();
  const small = resize(square, avatarSide, avatarSide, SamplingFilter.Lanczos3);
  square.free();
  const pixels = onWhite(turned(small.get_raw_pixels(), avatarSide, jpegOrientation(file)));
  return new PhotonImage(pixels, avatarSide, avatarSide).get_bytes_jpeg(quality);
};

/** Of 100: what a face needs, in some 10 KB. */
const quality = 82;

/** JPEG knows no transparency: what shone through would be black, or whatever colour lay hidden there. */
const onWhite = (pixels: Uint8Array): Uint8Array =>
  pixels.map((value, place) => {
    const alpha = pixels[place | 3] ?? 255;
    return (place & 3) === 3 ? 255 : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
  });
