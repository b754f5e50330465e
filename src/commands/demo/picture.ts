import { crc32, deflateSync } from 'node:zlib';

/** A made-up screenshot as a PNG: a window with some lines of text and a red message in it. `seed` varies the lines. */
export const screenshot = (seed: number): Buffer =>
  png(240, 150, (x, y) => {
    if (x < 8 || x >= 232 || y < 8 || y >= 142) return desk;
    if (y < 24) return title;
    if (x >= 60 && x < 180 && y >= 60 && y < 100) return y >= 76 && y < 84 && x >= 76 && x < 164 ? paper : red;
    const line = Math.floor((y - 32) / 12);
    const length = 60 + ((line * 37 + seed * 53) % 140);
    return (y - 32) % 12 < 4 && y >= 32 && x >= 18 && x < 18 + length ? text : paper;
  });

type Colour = readonly [red: number, green: number, blue: number];

const desk: Colour = [94, 129, 172];
const title: Colour = [46, 52, 64];
const paper: Colour = [250, 250, 250];
const text: Colour = [200, 206, 216];
const red: Colour = [191, 64, 72];

/** The format as its specification has it: https://www.w3.org/TR/png-3/ */
const png = (width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer => {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (1 + 3 * width) + 1 + 3 * x);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a colour, red, green and blue; compressed, filtered and ordered in the only or simplest way.
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))]);
};

const part = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};
