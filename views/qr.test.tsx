import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { Qr } from './qr.tsx';

const rendered = async (text: string): Promise<string> =>
  String(await (<Qr text={text} label="Link for Bea" />).toString());

/** Paints what the picture says, as a browser would, `scale` pixels a module. */
const painted = (svg: string, scale: number) => {
  const modules = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const size = modules * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, left, top, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y++)
      for (let x = Number(left) * scale; x < (Number(left) + Number(width)) * scale; x++)
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return { width: size, height: size, data };
};

test.each([
  'http://localhost:3000/password/aB3-xYz_aB3-xYz_aB3-xYz_aB3-xYz_',
  'otpauth://totp/Lines:a%40b.c?secret=JBSWY3DPEHPK3PXP&issuer=%D0%9B%D0%B8%D0%BD%D0%B8%D0%B8',
  'https://пример.рф/password/1',
])('a camera reads what was meant: %s', async (text) => {
  expect(decodeQR(painted(await rendered(text), 4), { timeLimit: 5000 })).toBe(text);
});

test('it is heard by its label, stands on white, and carries neither style nor text', async () => {
  const svg = await rendered('a secret');
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Link for Bea"/);
  expect(svg).toContain('<rect width="100%" height="100%" fill="#fff">');
  expect(svg).not.toMatch(/style=|a secret/);
  // Four modules of white on every side: nothing begins before them.
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h/g))
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
});
