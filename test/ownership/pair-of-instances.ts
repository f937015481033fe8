import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import { setUpAdmin } from '../e2e/support/admin-client.js';
import { freePort } from '../e2e/support/free-port.js';
import { startProduct, type ProductProcess } from '../e2e/support/product-process.js';
import { createPhone, type SimulatedPhone } from '../e2e/support/simulated-phone.js';
import { pairByApi } from '../e2e/support/world.js';
import { borrowPostgres, findPostgres, startPostgres } from '../support/postgres-server.js';
import { until } from '../support/until.js';

/** Two or more processes of the product on one PostgreSQL, one Redis and one simulated WhatsApp. */
export interface Instances {
  readonly simulator: Simulator;
  /** Another process; it competes for the number. */
  start(): Promise<ProductProcess>;
  /** A person who has not written yet. */
  newcomer(): Promise<SimulatedPhone>;
  end(): Promise<void>;
}

/** Starts the servers and a first process whose bot is paired and open. */
export async function createInstances(): Promise<Instances & { readonly first: ProductProcess }> {
  const simulator = await startSimulator({ port: 0 });
  const postgres = await openPostgres();
  const redis = await startRedisOnPort();
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-ownership-'));
  const databaseUrl = await postgres.createDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const running: ProductProcess[] = [];
  let people = 0;

  async function start(): Promise<ProductProcess> {
    const product = await startProduct({
      dataDir: path.join(folder, String(running.length)),
      port: await freePort(),
      simulator,
      env: {
        DATABASE_URL: databaseUrl,
        REDIS_URL: redis.url,
        MASTER_KEY: masterKey,
        LOG_LEVEL: 'info',
      },
    });
    running.push(product);
    return product;
  }

  const first = await start();
  const setupUrl = first.setupUrl();
  if (setupUrl === null) throw new Error('no set-up address was printed');
  await pairByApi(await setUpAdmin(first.url, setupUrl), simulator.url);
  await first.untilWhatsApp();

  return {
    simulator,
    first,
    start,
    newcomer: () => {
      people += 1;
      const number = String(5_511_981_000_000 + people);
      return createPhone(simulator.url, { number, name: `Pessoa ${people}` });
    },
    end: async () => {
      // A stopped process takes SIGKILL as well.
      for (const product of running) await product.end('SIGKILL');
      await Promise.all([simulator.close(), redis.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgres() {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (adminUrl !== undefined) return borrowPostgres(adminUrl);
  const programs = findPostgres();
  if (programs === null) throw new Error('There is no PostgreSQL on this machine.');
  return startPostgres(programs);
}

async function startRedisOnPort(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await until('Redis to be ready', () => /ready to accept connections/i.test(printed));
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
