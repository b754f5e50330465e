import { crc32, deflateSync } from 'node:zlib';
import { PhotonImage } from '@cf-wasm/photon/node';

/** Red at the left, blue at the right. */
export const halves = (width: number, height: number): PhotonImage => {
  const pixels = new Uint8Array(4 * width * height);
  for (let at = 0; at < width * height; at++) pixels.set(at % width < width / 2 ? red : blue, 4 * at);
  return new PhotonImage(pixels, width, height);
};

/** What a JPEG shows at a place, as its strongest colour. */
export const colourAt = (jpeg: Uint8Array, x: number, y: number): 'red' | 'green' | 'blue' | 'white' => {
  const picture = PhotonImage.new_from_byteslice(jpeg);
  const at = 4 * (y * picture.get_width() + x);
  const [r = 0, g = 0, b = 0] = picture.get_raw_pixels().subarray(at, at + 3);
  if (Math.min(r, g, b) > 200) return 'white';
  return r > g && r > b ? 'red' : g > b ? 'green' : 'blue';
};

export const sizeOf = (jpeg: Uint8Array): [number, number] => {
  const picture = PhotonImage.new_from_byteslice(jpeg);
  return [picture.get_width(), picture.get_height()];
};

/** A JPEG as a phone writes it: held on its side (orientation 6), with the place where it was taken, and a comment. */
export const phoneJpeg = (orientation = 6): Buffer => {
  const jpeg = Buffer.from(halves(300, 200).get_bytes_jpeg(90));
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff(orientation)]);
  const parts = [segment(0xe1, exif), segment(0xfe, Buffer.from(secret)), jpeg.subarray(2)];
  return Buffer.concat([jpeg.subarray(0, 2), ...parts]);
};

/** Stands in the phone's JPEG: the place, and whose phone it was. */
export const secret = 'Nevsky 1, 59.9343 N';

/** A PNG of nothing, of any size: a few kilobytes that become gigabytes when they are decoded. */
export const blankPng = (width: number, height: number, lines = height): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const data = deflateSync(Buffer.alloc((width + 1) * lines));
  const parts = [pngChunk('IHDR', head), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
};

/** A GIF of two frames, red and then blue, of 8 × 8 pixels. */
export const movingGif = (): Buffer => {
  const head = Buffer.from('GIF89a\x08\0\x08\0\x80\0\0\xff\0\0\0\0\xff', 'latin1');
  return Buffer.concat([head, gifFrame(0), gifFrame(1), Buffer.from(';')]);
};

/** A WebP of two frames, red-blue and then blank. */
export const movingWebp = (): Buffer => {
  const [width, height] = [64, 48];
  const frames = [halves(width, height), new PhotonImage(new Uint8Array(4 * width * height), width, height)];
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x12;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const moving = frames.map((frame) => {
    const place = Buffer.alloc(16);
    place.writeUIntLE(width - 1, 6, 3);
    place.writeUIntLE(height - 1, 9, 3);
    return riff('ANMF', Buffer.concat([place, Buffer.from(frame.get_bytes_webp()).subarray(12)]));
  });
  const body = [Buffer.from('WEBP'), riff('VP8X', canvas), riff('ANIM', Buffer.alloc(6)), ...moving];
  return riff('RIFF', Buffer.concat(body));
};

const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A directory with the orientation and a pointer to the place, which stands behind it. */
const tiff = (orientation: number): Buffer => {
  const head = Buffer.alloc(8 + 2 + 24 + 4);
  head.write('MM\0*', 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(2, 8);
  entry(head, 10, 0x0112, 3, 1);
  head.writeUInt16BE(orientation, 18);
  entry(head, 22, 0x8825, 4, 1);
  head.writeUInt32BE(head.length, 30);
  return Buffer.concat([head, Buffer.from(secret)]);
};

const entry = (into: Buffer, at: number, tag: number, type: number, count: number): void => {
  into.writeUInt16BE(tag, at);
  into.writeUInt16BE(type, at + 2);
  into.writeUInt32BE(count, at + 4);
};

const pngChunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** 64 pixels of one colour, each said by itself between two codes that clear the table, so that codes stay 3 bits long. */
const gifFrame = (colour: number): Buffer => {
  const codes = Array.from({ length: 64 }, () => [4, colour]).flat();
  const bits = [...codes, 5].map((code) => code.toString(2).padStart(3, '0').split('').reverse().join('')).join('');
  const data = Buffer.from(
    (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.split('').reverse().join(''), 2)),
  );
  const head = Buffer.from(',\0\0\0\0\x08\0\x08\0\0\x02', 'latin1');
  return Buffer.concat([head, Buffer.from([data.length]), data, Buffer.from([0])]);
};

const riff = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8, name.padEnd(8, '\0'), 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};
