import type { Size } from './measure.ts';
import { mostParts } from './parts.ts';

/** Width and height of a WebP (RFC 9649): of its canvas, where it has one. */
export const webpSize = (bytes: Buffer): Size | undefined => {
  for (const { name, data } of chunks(bytes.subarray(12))) {
    if (name === 'VP8X' && data.length >= 10)
      return { width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3) };
    if (name === 'VP8 ' && data.length >= 10) {
      return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    }
    if (name === 'VP8L' && data.length >= 5) {
      const bits = data.readUInt32LE(1);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
  }
  return undefined;
};

/**
 * An animated WebP's first frame as a picture of its own; any other file as it is. Our decoder takes no animations.
 */
export const firstFrame = (bytes: Buffer): Buffer => {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') return bytes;
  const frame = [...chunks(bytes.subarray(12))].find(({ name }) => name === 'ANMF')?.data;
  if (!frame || frame.length < frameHead) return bytes;
  const parts = [...chunks(frame.subarray(frameHead))].filter(({ name }) => ['ALPH', 'VP8 ', 'VP8L'].includes(name));
  const canvas = Buffer.alloc(10);
  canvas[0] = parts.some(({ name }) => name !== 'VP8 ') ? hasAlpha : 0;
  frame.copy(canvas, 4, 6, 12);
  const body = Buffer.concat([chunk('VP8X', canvas), ...parts.map(({ name, data }) => chunk(name, data))]);
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), body]));
};

type Chunk = { name: string; data: Buffer };

function* chunks(bytes: Buffer): Generator<Chunk> {
  let at = 0;
  for (let step = 0; step < mostParts && at + 8 <= bytes.length; step++) {
    const size = bytes.readUInt32LE(at + 4);
    yield { name: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + size) };
    at += 8 + size + (size % 2);
  }
}

const chunk = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8, name.padEnd(8, '\0'), 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** Bytes before the chunks of a frame: its place, width and height (from byte 6), duration and flags. */
const frameHead = 16;

const hasAlpha = 0x10;
