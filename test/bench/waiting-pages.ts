import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createLoginRequests } from '#src/app/sign-in/approval/login-request.js';
import { readConfig } from '#src/config/config.js';
import { openStorage, type Storage } from '#src/main/open-storage.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createWebServer } from '#web-link/server.js';
import { withEvents } from '../support/events.js';
import { copyEmbeddedTemplate } from '../support/embedded-template.js';
import { createWebWorld, tokenOf } from '../support/web-deps.js';
import { compareByTurns, timed } from './compare.js';
import { inMs, type Report } from './report.js';
import { SAO_PAULO } from '../support/time-zone.js';

const PAGES = 10_000;
const MEMORY_LIMIT = 3;
const LOOK_LIMIT = 12;
const BROWSER = tokenOf('b');
const CLIENTS = fileURLToPath(new URL('./bare/waiting-clients.mjs', import.meta.url));

function heldAfterCollection(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Ten thousand clients in a process of their own. @returns bytes that each costs this one, and how to end them */
async function openPages(port: number): Promise<{ bytesEach: number; leave: () => Promise<void> }> {
  const before = heldAfterCollection();
  const cookie = `zl_browser=${BROWSER}`;
  const clients = spawn(process.execPath, [CLIENTS, String(port), String(PAGES), cookie], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(clients, 'exit');
  const [said] = (await Promise.race([
    once(clients.stdout.setEncoding('utf8'), 'data'),
    exit,
  ])) as unknown[];
  if (said !== 'ready\n') throw new Error('the waiting clients ended');
  return {
    bytesEach: (heldAfterCollection() - before) / PAGES,
    leave: async () => {
      clients.stdin.end();
      await exit;
    },
  };
}

/** The least that can keep a page waiting: Node's own server, one event, no look. */
async function bareBytesEach(): Promise<number> {
  const server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/event-stream');
    res.write('event: pending\ndata: {}\n\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { bytesEach, leave } = await openPages((server.address() as AddressInfo).port);
  await leave();
  server.close();
  return bytesEach;
}

/** One request a page, as `createLoginRequests` makes them; the number in its box is never read here. */
async function storeRequests({ database, digests }: Storage): Promise<void> {
  await database.pool.query(
    `INSERT INTO login_request
       (id, code_index, binding_digest, number_box, created_at, expires_at)
     SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, int8send(n), $2, '',
       now(), now() + interval '1 hour'
     FROM generate_series(0, $1::bigint - 1) AS n`,
    [PAGES, digests.token('browser', BROWSER)],
  );
}

async function benchBoth(report: Report, storage: Storage): Promise<void> {
  await storeRequests(storage);
  const bare = await bareBytesEach();
  const world = createWebWorld();
  const { digests, database } = storage;
  const store = withEvents(storage.store, { bus: createMemoryEventBus() });
  const loginRequests = createLoginRequests({
    ...{ store, digests, clock: systemClock, random: systemRandom, board: world.deps.board },
    ...{
      limiter: createMemoryRateLimiter(),
      copy: createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO }),
    },
    startSession: () => Promise.reject(new Error('nobody signs in here')),
  });
  const server = createWebServer({ ...world.deps, loginRequests });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  const { bytesEach, leave } = await openPages(port);
  const inKib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
  report.add({
    name: `memory of a waiting page, ${PAGES} at once`,
    measured: inKib(bytesEach),
    reference: `${inKib(bare)} bare connection`,
    ratio: bytesEach / bare,
    limit: MEMORY_LIMIT,
  });
  const ids = await database.pool.query<{ id: string }>('SELECT id FROM login_request');
  const all = ids.rows.map(({ id }) => id);
  const { measured, reference, ratio } = await compareByTurns({
    rounds: 7,
    triesPerRound: 3,
    measured: () => timed(() => world.tick()),
    reference: () =>
      timed(() =>
        database.pool.query(
          'SELECT id, status, expires_at FROM login_request WHERE id = ANY($1::uuid[])',
          [all],
        ),
      ),
  });
  report.add({
    name: `one look at ${PAGES} waiting pages`,
    measured: inMs(measured),
    reference: `${inMs(reference)} one bare statement`,
    ratio,
    limit: LOOK_LIMIT,
  });
  await leave();
  await server.close();
}

/** Ten thousand pages that wait for an approval on one process, over the embedded database. */
export async function benchWaitingPages(report: Report): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-bench-'));
  await copyEmbeddedTemplate(dataDir);
  const storage = await openStorage({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createEventLog({ level: 'warn' }),
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    await benchBoth(report, storage);
  } finally {
    await storage.database.close();
    await rm(dataDir, { recursive: true });
  }
}
