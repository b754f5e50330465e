import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on any free port of the loopback and prints its address, until SIGTERM. */
export const listening = (server: Server): void => {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (isPort(address)) console.log(`http://127.0.0.1:${address.port}`);
  });
  process.on('SIGTERM', () => process.exit(0));
};

const isPort = (address: AddressInfo | string | null): address is AddressInfo =>
  address !== null && typeof address !== 'string';
