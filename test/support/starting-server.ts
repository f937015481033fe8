import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

/** As a server answers while it recovers (57P03), to the first callers; then it serves. */
export async function startingServer(databaseUrl: string, refusals: number) {
  const { searchParams, pathname, username } = new URL(databaseUrl);
  const socketPath = `${searchParams.get('host') ?? ''}/.s.PGSQL.5432`;
  const fields = ['SFATAL', 'VFATAL', 'C57P03', 'Mthe database system is starting up', ''];
  const body = Buffer.from(`${fields.join('\0')}\0`);
  const head = Buffer.from('E\0\0\0\0', 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  const refusal = Buffer.concat([head, body]);
  const open = new Set<net.Socket>();
  let refused = 0;
  const server = net.createServer((caller) => {
    open.add(caller);
    caller.on('error', () => caller.destroy());
    if (refused < refusals) {
      refused += 1;
      caller.once('data', () => caller.end(refusal));
      return;
    }
    const real = net.connect(socketPath);
    open.add(real);
    real.on('error', () => real.destroy());
    caller.pipe(real).pipe(caller);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgresql://${username}@127.0.0.1:${port}${pathname}`,
    refused: () => refused,
    stop: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
