import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import { readConfig, type Config } from '#src/config/config.js';
import { terminalLocale } from '#src/config/terminal-locale.js';
import { parseOpeningHours } from '#src/domain/opening-hours.js';
import { parsePhone, type Phone } from '#src/domain/phone.js';
import { openStorage } from '#src/main/open-storage.js';
import { reportFault } from '#src/main/report-fault.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { readBrand } from '#bot-flows/copy/read-brand.js';
import { KNOWN, NEWCOMER } from '../demo/people.js';
import { composeChat } from './compose-chat.js';
import { createMovableClock } from './movable-clock.js';
import { registerKnown } from './register-known.js';
import { createTerminal } from './terminal.js';

/** What may be set from outside. Never a database: this one is thrown away. */
const SETTINGS = [
  ...['REGISTRATION', 'LOCALE', 'TIME_ZONE', 'OPENING_HOURS', 'HANDOFF_MINUTES', 'DORMANT_DAYS'],
  ...['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'BRAND_NAME', 'SITE_URL', 'SUPPORT_CONTACT'],
];

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function end(error: unknown): never {
  const { text, exitCode } = reportFault(error, terminalLocale(process.env));
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

function readSettings(dataDir: string): Config {
  const given = SETTINGS.map((name) => [name, process.env[name]] as const);
  return readConfig({ ...Object.fromEntries(given), DATA_DIR: dataDir, LOG_LEVEL: 'error' });
}

function phoneOf(number: string): Phone {
  const phone = parsePhone(number, 'br');
  if (!phone.ok) throw new Error('the number of the demo is none');
  return phone.value;
}

/** The lines of a terminal or a pipe go through the application one after the other. */
async function talk(take: (line: string) => Promise<boolean>): Promise<void> {
  const isTerminal = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout, prompt: 'pessoa: ' } : {}),
  });
  lines.on('SIGINT', () => lines.close());
  if (isTerminal) lines.prompt();
  for await (const line of lines) {
    if (!isTerminal && !line.startsWith('/')) print(`pessoa: ${line}`);
    if (!(await take(line))) break;
    if (isTerminal) lines.prompt();
  }
  lines.close();
}

/** Talks to the bot without WhatsApp: the real application over a database that is gone afterwards. */
async function main(): Promise<void> {
  print('# A database is made for this conversation, that takes some seconds …');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-chat-'));
  const config = readSettings(dataDir);
  const log = createEventLog({ level: config.logLevel, destination: process.stderr });
  const storage = await openStorage({ config, log, onFatal: end });
  const clock = createMovableClock(systemClock);
  const random = systemRandom;
  const terminal = createTerminal({ clock, print, phone: phoneOf(NEWCOMER.number) });
  const hours = config.openingHours === null ? null : parseOpeningHours(config.openingHours);
  const app = composeChat({
    ...{ clock, random, log, timers: createTimers(log) },
    ...{ store: storage.store, digests: storage.digests },
    copy: COPY[config.locale],
    settings: {
      ...config,
      googleOffered: config.google !== null,
      brand: readBrand(config),
      openingHours: hours?.ok === true ? hours.value : null,
    },
    onSent: terminal.onSent,
    onStep: terminal.onStep,
  });
  await registerKnown({ store: app.store, random, clock });
  app.start();
  print(
    `# You write as ${NEWCOMER.name} (${NEWCOMER.number}), who is new; ${KNOWN.name} is known: /as ${KNOWN.number}. /help`,
  );
  await talk((line) => terminal.take(app, line));
  await app.stop();
  await storage.database.close();
  await rm(dataDir, { recursive: true });
}

process.on('unhandledRejection', end);
main().catch(end);
