import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { setup as buildProduct } from '../e2e/support/build.js';
import { createWorld } from '../e2e/support/world.js';
import { findPostgres, startPostgres } from '../support/postgres-server.js';
import { benchApproval } from './approval.js';
import { benchChatTurn } from './chat-turn.js';
import { benchColdStart } from './cold-start.js';
import { startEcho, type Echo } from './echo-process.js';
import { benchFlood } from './flood.js';
import { benchGrowth } from './growth.js';
import { withPhones } from './phones.js';
import { createReport, type Report } from './report.js';
import { pgliteShare, reportMemory } from './resident-memory.js';
import { benchSessionCheck } from './session-check.js';
import { benchSignal } from './signal.js';
import { benchThousandConversations } from './thousand-conversations.js';
import { benchUnderstanding } from './understanding.js';
import { benchUseCases } from './use-cases.js';
import { benchWaitingPages } from './waiting-pages.js';

/* `npm run bench [parts]`: the hot paths of the compiled product as ratios, and its memory. Exit code 1 when one is over
   its limit. What it means and how to read it: docs/performance.md. */

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function benchEmbedded(report: Report, echo: Echo): Promise<void> {
  const world = await createWorld();
  try {
    const product = await benchColdStart(report, world);
    const database = 'embedded' as const;
    const resident = await withPhones(world.simulator.url, async (phones) => {
      await benchChatTurn(report, { database, phones, echo });
      await benchUnderstanding(report, { phones });
      await benchSessionCheck(report, { phones, origin: product.url });
      return benchThousandConversations(report, { database, product, phones, echo });
    });
    await product.end('SIGTERM');
    const share = await pgliteShare(path.join(world.dataDir, 'db'));
    reportMemory(report, { database, resident, share });
  } finally {
    await world.end();
  }
}

async function benchExternal(report: Report, echo: Echo): Promise<void> {
  const programs = findPostgres();
  if (programs === null) {
    report.note(
      'NOT MEASURED on this machine, which has no PostgreSQL: chat turns with an external one',
    );
    return;
  }
  const server = await startPostgres(programs);
  const world = await createWorld();
  try {
    const DATABASE_URL = await server.createDatabase();
    const product = await world.startPaired({ DATABASE_URL, LOG_LEVEL: 'warn', DEBOUNCE_MS: '0' });
    const database = 'external' as const;
    const simulatorUrl = world.simulator.url;
    const resident = await withPhones(simulatorUrl, async (phones) => {
      await benchChatTurn(report, { database, phones, echo });
      await benchApproval(report, { database, phones, echo, origin: product.url });
      const memory = await benchThousandConversations(report, { database, product, phones, echo });
      await benchFlood(report, { database, phones, simulatorUrl });
      return memory;
    });
    reportMemory(report, { database, resident, share: 0 });
  } finally {
    await world.end();
    await server.stop();
  }
}

function machine(): string {
  const load = loadavg().map((value) => value.toFixed(1));
  return `${cpus().length} cores, load ${load.join(' ')}, Node ${process.version}`;
}

type Bench = (report: Report, echo: Echo) => Promise<void>;

/** In this order; without a name on the command line, all of them. */
const PARTS: Readonly<Record<string, Bench>> = {
  signal: benchSignal,
  'use-cases': benchUseCases,
  growth: benchGrowth,
  'waiting-pages': benchWaitingPages,
  embedded: benchEmbedded,
  external: benchExternal,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
await buildProduct();
print(machine());
const report = createReport(print);
const echo = await startEcho();
try {
  for (const [name, bench] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.includes(name)) await bench(report, echo);
} finally {
  await echo.end();
}
print(machine());
process.exit(report.isOver() ? 1 : 0);
