import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './until.js';

export interface RedisServer {
  readonly url: string;
  readonly folder: string;
  signal(signal: NodeJS.Signals): void;
  /** Kills it without a word. */
  kill(): Promise<void>;
  /** After `kill`: an empty server at the same place. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether the Redis suites can run here; where they must (CI), a missing server fails them instead. */
export function hasRedis(): boolean {
  const found = spawnSync('redis-server', ['--version']).status === 0;
  if (!found && process.env['ZAP_TEST_REDIS'] === 'required') {
    throw new Error('ZAP_TEST_REDIS=required, but there is no redis-server here.');
  }
  if (!found) {
    process.stderr.write('\nNOT TESTED on this machine: what runs on Redis (no redis-server).\n\n');
  }
  return found;
}

/**
 * Starts a private server in a temporary folder; it keeps nothing unless `more` says so.
 * @param options.port on 127.0.0.1; when left out the server listens on a unix socket only
 * @param options.more arguments of redis-server that come after ours
 */
export async function startRedis({
  port = 0,
  more = [],
}: { readonly port?: number; readonly more?: readonly string[] } = {}): Promise<RedisServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-redis-'));
  const socket = path.join(folder, 'redis.sock');
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--unixsocket', socket];
  options.push('--save', '', '--appendonly', 'no', '--dir', folder, ...more);
  const run = async () => {
    const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    let printed = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    await until('Redis to be ready', () => /ready to accept connections/i.test(printed));
    return { server, ended };
  };
  let running = await run();
  return {
    url: port === 0 ? socket : `redis://127.0.0.1:${port}`,
    folder,
    signal: (signal) => void running.server.kill(signal),
    kill: async () => {
      running.server.kill('SIGKILL');
      await running.ended;
    },
    startAgain: async () => {
      running = await run();
    },
    stop: async () => {
      // One that was stopped or cannot save would not end by itself.
      running.server.kill('SIGKILL');
      await running.ended;
      await rm(folder, { recursive: true });
    },
  };
}
