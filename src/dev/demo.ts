import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { readConfig } from '#src/config/config.js';
import { compose } from '#src/main/compose/compose.js';
import { OperatorError } from '#src/main/operator-error.js';
import { reportFault } from '#src/main/report-fault.js';
import { startGoogleProcess } from './demo/google-process.js';
import { keepPaired } from './demo/keep-paired.js';
import { letPairByHand } from './demo/pair-by-hand.js';
import { openKnownChat, seedPeople } from './demo/people.js';
import { showTurns } from './demo/show-turns.js';
import { startSimulatorProcess } from './demo/simulator-process.js';
import { welcome } from './demo/welcome.js';

/** The demo keeps its data apart from a real installation's. */
const DEMO_DATA = './data/demo';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function end(error: unknown): never {
  const { text, exitCode } = reportFault(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

const USAGE = `Usage:
  npm run demo                 starts with a bot that is paired
  npm run demo -- --unpaired   starts without: you pair it on the pages of the admin and of the phones`;

function readArguments(): { readonly unpaired: boolean } {
  try {
    const { values } = parseArgs({ options: { unpaired: { type: 'boolean', default: false } } });
    return values;
  } catch (cause) {
    throw new OperatorError(USAGE, { cause });
  }
}

/** A simulated Google, unless the environment names a real one. */
async function startGoogle() {
  if ((process.env['GOOGLE_CLIENT_ID'] ?? '') !== '') return null;
  return startGoogleProcess((code) =>
    end(new Error(`the simulated Google ended (${code ?? 'killed'})`)),
  );
}

/**
 * The whole product on one machine without WhatsApp and Google: both simulated in processes of their own,
 * the real product in this one, a bot that is paired by itself or by hand, one person who is known and one who is not.
 */
async function main(): Promise<void> {
  const { unpaired } = readArguments();
  const dataDir = process.env['DATA_DIR'] ?? DEMO_DATA;
  say('Preparing the demo: a simulated WhatsApp and a simulated Google …');
  const [simulator, google] = await Promise.all([
    startSimulatorProcess({
      port: process.env['SIMULATOR_PORT'],
      stateFile: path.resolve(dataDir, 'simulator.json'),
      onExit: (code) => end(new Error(`the simulated WhatsApp ended (${code ?? 'killed'})`)),
    }),
    startGoogle(),
  ]);
  say(`… its phones are at ${simulator.url} …`);
  say('… the database (the first time takes some seconds) …');
  const config = readConfig({
    REGISTRATION: 'open',
    // Pairing alone makes the client warn of a connection that WhatsApp restarts.
    LOG_LEVEL: 'error',
    ...process.env,
    ...(google && {
      GOOGLE_CLIENT_ID: google.ready.client.id,
      GOOGLE_CLIENT_SECRET: google.ready.client.secret,
      GOOGLE_ISSUER: google.ready.issuer,
    }),
    DATA_DIR: dataDir,
    WHATSAPP_WS_URL: simulator.waUrl,
    WHATSAPP_ROOT_KEY: simulator.rootKey,
    WHATSAPP_CHAT_URL: simulator.url,
  });
  const log = createEventLog({ level: config.logLevel });
  const observeTurn = showTurns(simulator.url, (error) => {
    log.error('demo.turn_not_shown', { error });
  });
  const product = await compose({ config, log, onFatal: end, observeTurn });
  let stopping = false;
  const failed = (error: unknown): void => {
    // What ends while everything ends is no fault.
    if (!stopping) end(error);
  };
  const stop = (): void => {
    stopping = true;
    simulator.expectExit();
    google?.expectExit();
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => end(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(`… and a bot, ${unpaired ? 'which you pair yourself' : 'paired with it'}.`);
  const paired = unpaired ? null : keepPaired(product, simulator.url);
  await product.start();
  await paired;
  const byHand = unpaired
    ? await letPairByHand(product, { simulatorUrl: simulator.url, failed })
    : null;
  const isKnownNew = await seedPeople(product, simulator.url);
  const openChat = (): Promise<void> | null => (isKnownNew ? openKnownChat(simulator.url) : null);
  if (byHand === null) await openChat();
  else byHand.paired.then(openChat).catch(failed);
  const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
  const googleUrl = google?.ready.issuer ?? null;
  const { publicUrl } = config;
  say(welcome({ publicUrl, simulatorUrl: simulator.url, googleUrl, setupUrl, unpaired }));
}

process.on('unhandledRejection', end);
main().catch(end);
