import type { Asked } from '../env.ts';

/** The network address of whoever asks: the socket's, or what trusted proxies say of it; empty when there is no socket. */
export const addressOf = (c: Asked): string => {
  const { trustedProxies } = c.var.house.config;
  const socket = socketAddress(c);
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map(plain).filter(Boolean);
  // Read from the end, where our own proxies wrote: what stands before the first stranger is a stranger's word.
  let address = socket;
  while (trustedProxies.include(address)) {
    const before = told.pop();
    if (before === undefined) break;
    address = before;
  }
  return address;
};

/** The host and port that the browser asked for; what a proxy says of it counts only from a trusted one. */
export const hostOf = (c: Asked): string => {
  const told = c.var.house.config.trustedProxies.include(socketAddress(c))
    ? c.req.header('x-forwarded-host')
    : undefined;
  return (told ?? c.req.header('host') ?? '').toLowerCase();
};

/** Under which address people reach the product: the set one, else as this request came in. */
export const originOf = (c: Asked): string => {
  const { publicUrl, trustedProxies } = c.var.house.config;
  const told = trustedProxies.include(socketAddress(c)) ? c.req.header('x-forwarded-proto') : undefined;
  return publicUrl ?? `${told === 'https' ? 'https' : 'http'}://${hostOf(c)}`;
};

/** Whether somebody at this very machine asks: from loopback, for localhost, and not through anything in between. */
export const isAtMachine = (c: Asked): boolean => {
  const host = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
  return (
    /^127\.|^::1$/.test(socketAddress(c)) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host) &&
    forwarding.every((name) => c.req.header(name) === undefined)
  );
};

const socketAddress = (c: Asked): string => {
  // Requests that tests make up come without a socket.
  const incoming: { socket?: { remoteAddress?: string | undefined } } | undefined = c.env?.incoming;
  return plain(incoming?.socket?.remoteAddress ?? '');
};

/** An IPv4 address as such: sockets that serve both kinds, and some proxies, write it as IPv6 or with a port. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');

/** Headers that only something in between writes. */
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-original-forwarded-for',
  'cf-connecting-ip',
  'true-client-ip',
];
