import { BlockList, isIP } from 'node:net';

/** The reverse proxies that are believed when they say for whom they ask. */
export type Proxies = Readonly<{
  /** Whether this address (of a socket, or an entry of `X-Forwarded-For`) is such a proxy. */
  include(address: string): boolean;
}>;

/** Reads addresses and networks separated by commas or blanks; undefined if one of them is neither. */
export const proxies = (list: string): Proxies | undefined => {
  const blocks = new BlockList();
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  if (!entries.every((entry) => add(blocks, entry))) return undefined;
  return Object.freeze({ include: (address: string) => includes(blocks, address) });
};

const add = (blocks: BlockList, entry: string): boolean => {
  const [address = '', length, ...rest] = entry.split('/');
  const family = familyOf(address);
  if (!family || rest.length > 0) return false;
  const bits = family === 'ipv4' ? 32 : 128;
  if (length === undefined) blocks.addAddress(address, family);
  else if (/^\d{1,3}$/.test(length) && Number(length) <= bits) blocks.addSubnet(address, Number(length), family);
  else return false;
  return true;
};

const includes = (blocks: BlockList, address: string): boolean => {
  // A socket that listens on IPv6 and IPv4 at once names an IPv4 client like this.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = familyOf(plain);
  return family !== undefined && blocks.check(plain, family);
};

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined => {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
};
