import type { Size } from './measure.ts';
import { mostParts } from './parts.ts';

/** Width and height that a JPEG's frame header tells (ITU T.81, B.2.2); undefined when it has none. */
export const jpegSize = (bytes: Buffer): Size | undefined => {
  for (const { marker, data } of segments(bytes)) {
    if (isFrame(marker) && data.length >= 5) return { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
  }
  return undefined;
};

/**
 * How a JPEG wants to be turned, by its EXIF data: 1 as it is, up to 8 (EXIF 2.3, tag 0x0112). 1 for whatever says nothing or makes
 * no sense.
 */
export const jpegOrientation = (bytes: Buffer): number => {
  for (const { marker, data } of segments(bytes)) {
    if (marker === app1 && data.toString('latin1', 0, 6) === 'Exif\0\0') return orientationIn(data.subarray(6));
  }
  return 1;
};

type Segment = { marker: number; data: Buffer };

/** The segments before the picture's own data, without their lengths. Ends where the file stops making sense. */
function* segments(bytes: Buffer): Generator<Segment> {
  let at = 2;
  for (let step = 0; step < mostParts && at + 4 <= bytes.length; step++) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === startOfScan) return;
    const length = bytes.readUInt16BE(at + 2);
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + Math.max(length, 2);
  }
}

const app1 = 0xe1;
const startOfScan = 0xda;

/** SOF0 to SOF15 but for DHT, JPG and DAC, which lie among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The tag `Orientation` of the first directory of a TIFF. */
const orientationIn = (tiff: Buffer): number => {
  if (tiff.length < 10) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > tiff.length) return 1;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};
