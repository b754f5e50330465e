import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '../config.ts';
import { codeOf, exit, Refusal, wordsOf } from './refusal.ts';

type Fetch = Parameters<typeof getRequestListener>[0];

export type Listening = {
  /** Where people reach it: the first is for this machine. */
  addresses: readonly string[];
  /** Takes no new connections, and answers once those that are there have got their answers or `patience` ms are over. */
  stop(patience: number): Promise<void>;
};

/** @throws Refusal when the port or the address cannot be had */
export const listen = async (fetch: Fetch, config: Config): Promise<Listening> => {
  const server = createServer(limits, getRequestListener(fetch, { hostname: 'localhost' }));
  // Nothing in either direction for so long: the browser is gone. Streams have a heartbeat well below it.
  server.setTimeout(120_000);
  await bound(server, config);
  return { addresses: addressesOf(server, config), stop: (patience) => stopped(server, patience) };
};

/** Milliseconds. */
const limits = {
  // Whoever sends a header drop by drop holds a connection no longer than this.
  headersTimeout: 20_000,
  // Ten files of 25 MB over a slow line of a phone, all in one form, take about this long.
  requestTimeout: 30 * 60_000,
  // Longer than reverse proxies keep theirs (Caddy: 2 minutes), or they would now and then send into a closed one.
  keepAliveTimeout: 125_000,
  connectionsCheckingInterval: 5_000,
};

const bound = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, port, host)));
    // Without a host Node takes IPv6 and IPv4 where the machine has both, else IPv4.
    server.listen({ port, host }, resolve);
  });

const refusal = (error: Error, port: number, host: string | undefined): Refusal => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Refusal(
        exit.tryLater,
        `PORT ${port} is taken by another program. Stop it, or set PORT to another number.`,
      );
    case 'EACCES':
      return new Refusal(
        exit.cannotWrite,
        `PORT ${port} is not allowed to this user. Set PORT to a number from 1024 up.`,
      );
    default:
      return new Refusal(
        exit.config,
        `Cannot listen on HOST ${host ?? '(every address)'}, PORT ${port}: ${wordsOf(error)}`,
      );
  }
};

const addressesOf = (server: Server, { host, publicUrl }: Config): readonly string[] => {
  const port = portOf(server.address());
  const own = host === undefined || host === '::' || host === '0.0.0.0' ? ['localhost', ...inNetwork()] : [host];
  const plain = own.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
  return publicUrl === undefined ? plain : [publicUrl, ...plain];
};

const portOf = (address: AddressInfo | string | null): number =>
  address && typeof address !== 'string' ? address.port : 0;

const inNetwork = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);

const stopped = async (server: Server, patience: number): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve));
  const over = new AbortController();
  const impatient = pause(patience, undefined, { signal: over.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  // Kept-alive connections fall idle one by one, as their last answers go out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(idle);
  over.abort();
  await impatient;
};
