import { once } from 'node:events';
import type net from 'node:net';
import type { AddressInfo } from 'node:net';

/** @returns the free port of this machine on which the server listens from now on */
export async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
