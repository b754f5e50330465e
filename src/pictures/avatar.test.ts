import { PhotonImage } from '@cf-wasm/photon/node';
import { expect, test } from 'vitest';
import { makeAvatar as makeOf, pictureLimits } from './avatar.ts';
import { blankPng, colourAt, halves, movingGif, movingWebp, phoneJpeg, secret, sizeOf } from './testing.ts';
import { inWorker } from './workshop.ts';

const makeAvatar = (file: Buffer) => makeOf(async () => file);

const made = async (file: Buffer | Uint8Array): Promise<Uint8Array> => {
  const outcome = await makeAvatar(Buffer.from(file));
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.done;
};

test('a phone’s picture comes out upright, square, and says nothing of where it was taken', async () => {
  expect(phoneJpeg().includes(secret)).toBe(true);
  const face = await made(phoneJpeg());
  expect(sizeOf(face)).toEqual([256, 256]);
  expect([colourAt(face, 128, 40), colourAt(face, 128, 216)]).toEqual(['red', 'blue']);
  for (const trace of ['Exif', 'Nevsky', '59.9']) expect(Buffer.from(face).includes(trace)).toBe(false);
  expect(face.length).toBeLessThan(30_000);
});

test('each of the eight ways to hold a camera is put right', async () => {
  const ways: string[] = [];
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8, 0, 99]) {
    const face = await made(phoneJpeg(orientation));
    const [left, top] = [colourAt(face, 40, 128), colourAt(face, 128, 40)];
    const [right, bottom] = [colourAt(face, 216, 128), colourAt(face, 128, 216)];
    ways.push(left === right ? `${top} over ${bottom}` : `${left} beside ${right}`);
  }
  const [asItIs, mirrored] = ['red beside blue', 'blue beside red'];
  const [onSide, onOtherSide] = ['red over blue', 'blue over red'];
  expect(ways).toEqual([
    ...[asItIs, mirrored, mirrored, asItIs],
    ...[onSide, onSide, onOtherSide, onOtherSide],
    ...[asItIs, asItIs],
  ]);
});

test.for([
  ['JPEG', () => halves(400, 100).get_bytes_jpeg(90)],
  ['PNG', () => halves(400, 100).get_bytes()],
  ['WebP', () => halves(400, 100).get_bytes_webp()],
  ['animated WebP', movingWebp],
] as const)('a %s is cut to its middle', async ([, picture]) => {
  const face = await made(picture());
  expect(sizeOf(face)).toEqual([256, 256]);
  expect([colourAt(face, 20, 128), colourAt(face, 236, 128)]).toEqual(['red', 'blue']);
});

test('of a picture that moves the first frame is taken', async () => {
  expect(colourAt(await made(movingGif()), 128, 128)).toBe('red');
});

test('what one could see through is white', async () => {
  const clear = new PhotonImage(new Uint8Array(4 * 10 * 10), 10, 10).get_bytes();
  expect(colourAt(await made(clear), 128, 128)).toBe('white');
});

test('a bomb is refused by its head, before anything is decoded', async () => {
  const bomb = blankPng(20_000, 20_000, 1);
  expect(bomb.length).toBeLessThan(1_000);
  expect(await makeAvatar(bomb)).toEqual({ refused: 'too-large' });
  expect(await makeAvatar(Buffer.alloc(pictureLimits.bytes + 1))).toEqual({ refused: 'too-large' });
});

test('a bomb that got past its head stops at the limit of memory, and the next picture is made all the same', async () => {
  expect(await inWorker(blankPng(9_000, 9_000))).toEqual({ refused: 'broken' });
  expect(await makeAvatar(phoneJpeg())).toHaveProperty('done');
});

test('a file of nothing but empty parts is given up on, and holds nobody up', async () => {
  const jpeg = phoneJpeg();
  const [start, end] = [jpeg.subarray(0, 2), jpeg.subarray(2)];
  const parted = (parts: number) => Buffer.concat([start, Buffer.alloc(4 * parts, '\xff\xe1\0\x02', 'latin1'), end]);
  expect(await makeAvatar(parted(500))).toHaveProperty('done');
  expect(await makeAvatar(parted(1_000))).toEqual({ refused: 'no-picture' });
  const webp = Buffer.from(halves(400, 100).get_bytes_webp());
  const empty = Buffer.alloc(8 * 1_000);
  const many = Buffer.concat([webp.subarray(0, 12), empty, webp.subarray(12)]);
  expect(await makeAvatar(many)).toEqual({ refused: 'no-picture' });
});

test('what is no picture is told apart from one that breaks off', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  for (const file of ['', 'GIF89a', 'BM and so on', svg, '%PDF-1.7', `\x89PNG\r\n\x1a\n${svg}`])
    expect(await makeAvatar(Buffer.from(file, 'latin1'))).toEqual({ refused: 'no-picture' });
  const jpeg = phoneJpeg();
  for (const file of [jpeg.subarray(0, jpeg.length / 2), blankPng(500, 500, 3)])
    expect(await makeAvatar(file)).toEqual({ refused: 'broken' });
});

test('a picture that is something else besides is a picture alone afterwards', async () => {
  const page = '<script>alert(document.cookie)</script>';
  const face = await made(Buffer.concat([movingGif(), Buffer.from(page)]));
  expect(Buffer.from(face).includes('script')).toBe(false);
});

test('pictures are made one after another, and too many at once are sent away', async () => {
  const outcomes = await Promise.all(Array.from({ length: 14 }, () => makeAvatar(phoneJpeg())));
  expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(10);
  expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'busy')).toHaveLength(4);
});

test('of many that come at once only one is in memory, and none of those that are sent away', async () => {
  let [reading, most, read] = [0, 0, 0];
  const one = async () => {
    most = Math.max(most, ++reading);
    read++;
    await new Promise((resolve) => setImmediate(resolve));
    reading--;
    return Buffer.from('no picture');
  };
  await Promise.all(Array.from({ length: 14 }, () => makeOf(one)));
  expect({ most, read }).toEqual({ most: 1, read: 10 });
});

test('a file that cannot be read keeps nobody behind it from a turn', async () => {
  const gone = makeOf(() => Promise.reject(new Error('the disk is gone')));
  const next = makeAvatar(phoneJpeg());
  await expect(gone).rejects.toThrow('the disk is gone');
  expect(await next).toHaveProperty('done');
});
