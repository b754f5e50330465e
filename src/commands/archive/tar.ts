/**
 * The tar format (POSIX.1-1988 "ustar"), as much of it as a backup needs: plain files with short names. Ours alone, because it
 * is less than what a package would bring, and what is not understood cannot be abused: no links, no devices, no long names.
 */

/** Everything in a tar comes in blocks of this many bytes. */
export const block = 512;

/** One plain file in an archive. */
export type TarHeader = { name: string; size: number };

/** The header of a file. `at`: ms since 1970. @throws for a name that does not fit */
export const header = ({ name, size }: TarHeader, at: number): Buffer => {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new Error(`Not a name for the archive: ${name}`);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write('0000600\0', 100);
  bytes.write('0000000\0', 108);
  bytes.write('0000000\0', 116);
  writeSize(bytes, size);
  bytes.write(`${octal(Math.floor(at / 1000), 11)}\0`, 136);
  bytes.write('0', 156);
  bytes.write('ustar\0', 257);
  bytes.write('00', 263);
  bytes.write(`${octal(sumOf(bytes), 6)}\0 `, 148);
  return bytes;
};

/** What fills the last block of a file of this size. */
export const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

/** What ends an archive. */
export const end = Buffer.alloc(2 * block);

/** Reads a header; undefined for an empty block, which ends the archive; 'damaged' or 'foreign' for what we did not write. */
export const readHeader = (bytes: Buffer): TarHeader | undefined | 'damaged' | 'foreign' => {
  if (bytes.every((byte) => byte === 0)) return undefined;
  const sum = Number.parseInt(textAt(bytes, 148, 8), 8);
  if (bytes.length !== block || sum !== sumOf(bytes)) return 'damaged';
  const plain =
    ['0', ''].includes(textAt(bytes, 156, 1)) && textAt(bytes, 157, 100) === '' && textAt(bytes, 345, 155) === '';
  const size = sizeAt(bytes);
  return plain && size !== undefined ? { name: textAt(bytes, 0, 100), size } : 'foreign';
};

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** Sizes from 8 GiB up do not fit into eleven octal digits: they are written in binary, as other programs do it. */
const writeSize = (bytes: Buffer, size: number): void => {
  if (size < 8 ** 11) bytes.write(`${octal(size, 11)}\0`, 124);
  else {
    bytes[124] = 0x80;
    bytes.writeBigUInt64BE(BigInt(size), 128);
  }
};

const sizeAt = (bytes: Buffer): number | undefined => {
  if (bytes[124] === 0x80) {
    const size = bytes.readBigUInt64BE(128);
    return size <= Number.MAX_SAFE_INTEGER ? Number(size) : undefined;
  }
  const digits = textAt(bytes, 124, 12).trim();
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
};

/** The sum over the header, its own place taken as blanks. */
const sumOf = (bytes: Buffer): number =>
  bytes.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

const textAt = (bytes: Buffer, from: number, length: number): string => {
  const field = bytes.subarray(from, from + length);
  const stop = field.indexOf(0);
  return field.subarray(0, stop < 0 ? length : stop).toString('latin1');
};
