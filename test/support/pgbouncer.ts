import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { asServerUser } from './postgres-server.js';

const PROGRAM = '/usr/sbin/pgbouncer';

export interface Pooler {
  /** The same database, through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Debian's pgbouncer in transaction mode as it comes, in front of the server behind `adminUrl`. Its few connections are
 * shared, so that two statements in a row meet different sessions.
 * @param users who may connect
 */
export async function startPgbouncer(adminUrl: string, users: readonly string[]): Promise<Pooler> {
  const { hostname, port: serverPort, searchParams } = new URL(adminUrl);
  const host = searchParams.get('host') ?? hostname;
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const settings = [
    '[databases]',
    `* = host=${host} port=${serverPort === '' ? '5432' : serverPort}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${folder}/users.txt`,
    'pool_mode = transaction',
    'default_pool_size = 3',
  ];
  // Another user runs the program, whatever this process's umask leaves to others.
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(path.join(folder, name), text);
    await chmod(path.join(folder, name), 0o644);
  };
  await write('pgbouncer.ini', settings.join('\n'));
  await write('users.txt', users.map((user) => `"${user}" ""\n`).join(''));
  const [program, args] = asServerUser(PROGRAM, [`${folder}/pgbouncer.ini`]);
  const pooler = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(pooler, 'exit');
  const told: string[] = [];
  for await (const line of readline.createInterface({ input: pooler.stderr })) {
    told.push(line);
    if (line.includes('process up')) break;
  }
  if (!told.some((line) => line.includes('process up'))) {
    throw new Error(`pgbouncer did not start:\n${told.join('\n')}`);
  }
  pooler.stderr.resume();
  return {
    through: (url) => {
      const { username, pathname } = new URL(url);
      return `postgresql://${username}@127.0.0.1:${port}${pathname}`;
    },
    stop: async () => {
      pooler.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
