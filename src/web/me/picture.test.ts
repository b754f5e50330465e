import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '../../db/schema.ts';
import { blankPng, phoneJpeg, secret } from '../../pictures/testing.ts';
import { openHouse, password } from '../testing.ts';
import { uploadPicture } from './uploading.testing.ts';

const opened = async () => {
  const open = await openHouse();
  const ada = open.browser();
  const { set } = await ada.signIn('admin@example.com', password);
  const upload = (file: Uint8Array) => uploadPicture(open.app, set[0]?.split(';')[0] ?? '', file);
  const address = async () => /\/people\/[\w-]+\/avatar\?v=[\w-]+/.exec((await ada.get('/me')).html)?.[0] ?? 'none';
  return { ...open, ada, upload, address };
};

test('a picture shows on every page at an address that can be kept for ever, and says nothing but the face', async () => {
  const { ada, upload, address, db } = await opened();
  expect(await address()).toBe('none');
  expect((await upload(phoneJpeg())).status).toBe(303);
  const face = await ada.get(await address());
  expect(face.status).toBe(200);
  expect(face.headers.get('content-type')).toBe('image/jpeg');
  expect(face.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(face.html).not.toContain(secret);
  expect((await ada.get((await address()).split('?')[0] ?? '')).headers.get('cache-control')).toBe('private, no-cache');
  expect((await ada.get('/messages')).html).toContain(await address());
  expect(await db.read.$count(audit, eq(audit.action, 'user.avatar-changed'))).toBe(1);
});

test('another picture has another address; without one the old address is none', async () => {
  const { ada, upload, address } = await opened();
  await upload(phoneJpeg());
  const first = await address();
  await upload(phoneJpeg(1));
  expect(await address()).not.toBe(first);
  await ada.post('/me/avatar', { remove: 'on' });
  expect(await address()).toBe('none');
  expect((await ada.get(first)).status).toBe(404);
});

test('what is no picture is told at the field, and the one before stays', async () => {
  const { upload, address, house } = await opened();
  await upload(phoneJpeg());
  const before = await address();
  for (const [file, why] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is no picture that can be used'],
    [phoneJpeg().subarray(0, 3_000), 'This picture cannot be read'],
    [blankPng(30_000, 30_000, 1), 'This picture is too large'],
    [new Uint8Array(), 'This file is empty'],
  ] as const) {
    const answer = await upload(file);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(why);
  }
  expect(await address()).toBe(before);
  const stored = await Array.fromAsync(house.files.olderThan(Date.now() + 1000));
  expect(stored.flat()).toHaveLength(1);
});

test('a form without a file is told so', async () => {
  const { ada } = await opened();
  const answer = await ada.post('/me/avatar');
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Choose a picture first.');
});
