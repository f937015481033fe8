import path from 'node:path';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { readConfig } from '#src/config/config.js';
import { compose } from '#src/main/compose.js';
import { reportFault } from '#src/main/report-fault.js';
import { startGoogleProcess } from './demo/google-process.js';
import { keepPaired } from './demo/keep-paired.js';
import { seedPeople } from './demo/people.js';
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

/** A simulated Google, unless the environment names a real one. */
async function startGoogle() {
  if ((process.env['GOOGLE_CLIENT_ID'] ?? '') !== '') return null;
  return startGoogleProcess((code) =>
    end(new Error(`the simulated Google ended (${code ?? 'killed'})`)),
  );
}

/**
 * The whole product on one machine without WhatsApp and Google: both simulated in processes of their own,
 * the real product in this one, a bot that is paired by itself, one person who is known and one who
 * is not.
 */
async function main(): Promise<void> {
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
  });
  const log = createEventLog({ level: config.logLevel });
  const observeTurn = showTurns(simulator.url, (error) => {
    log.error('demo.turn_not_shown', { error });
  });
  const product = await compose({ config, log, onFatal: end, observeTurn });
  const stop = (): void => {
    simulator.expectExit();
    google?.expectExit();
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => end(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say('… and a bot, paired with it.');
  const paired = keepPaired(product, simulator.url);
  await product.start();
  await paired;
  await seedPeople(product, simulator.url);
  const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
  const googleUrl = google?.ready.issuer ?? null;
  say(welcome({ publicUrl: config.publicUrl, simulatorUrl: simulator.url, googleUrl, setupUrl }));
}

process.on('unhandledRejection', end);
main().catch(end);
