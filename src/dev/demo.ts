import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { readConfig, type Config } from '#src/config/config.js';
import { terminalLocale } from '#src/config/terminal-locale.js';
import { compose } from '#src/main/compose/compose.js';
import { reportFault } from '#src/main/report-fault.js';
import { DemoError } from './demo/demo-error.js';
import { startGoogleProcess } from './demo/google-process.js';
import { keepPaired } from './demo/keep-paired.js';
import { letPairByHand } from './demo/pair-by-hand.js';
import { KNOWN, NEWCOMERS, openKnownChat, OWNERS, seedPerson } from './demo/people.js';
import { readSettings, type DemoSettings } from './demo/settings.js';
import { showTurns } from './demo/show-turns.js';
import { startSimulatorProcess } from './demo/simulator-process.js';
import { startServer } from './demo/start-page/start-server.js';
import { nextCast } from './demo/tour/next-cast.js';
import { useLinkOf } from './demo/tour/stranger.js';
import { createTour } from './demo/tour/tour.js';
import { welcome } from './demo/welcome.js';
import { DEMO_WORDS, UTTERANCES } from './demo/words/catalogue.js';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function end(error: unknown): never {
  const { text, exitCode } = reportFault(error, terminalLocale(process.env));
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

/** A company that does not exist (RFC 2606), so that the demo shows what the pages and the chat make of one. */
const SAMPLE_BRAND = { BRAND_NAME: 'Loja Exemplo', SUPPORT_CONTACT: 'ajuda@loja.example' };

const FIRST = { newcomer: NEWCOMERS[0], owner: OWNERS[0] };

function readArguments(): { readonly unpaired: boolean } {
  try {
    const { values } = parseArgs({ options: { unpaired: { type: 'boolean', default: false } } });
    return values;
  } catch (cause) {
    throw new DemoError(({ usage }) => usage, { cause });
  }
}

/** What is simulated, and the start page: each listens, the product does not run yet. */
async function startAround(settings: DemoSettings) {
  const start = await startServer(settings.port, (error) => end(error));
  const [simulator, google] = await Promise.all([
    startSimulatorProcess({
      port: process.env['SIMULATOR_PORT'],
      stateFile: path.resolve(settings.dataDir, 'simulator.json'),
      framedBy: start.origin,
      onExit: (code) => end(new Error(`the simulated WhatsApp ended (${code ?? 'killed'})`)),
    }),
    // Unless the environment names a real one.
    settings.hasGoogle
      ? null
      : startGoogleProcess((code) =>
          end(new Error(`the simulated Google ended (${code ?? 'killed'})`)),
        ),
  ]);
  return { start, simulator, google };
}

type Around = Awaited<ReturnType<typeof startAround>>;

function configFor({ dataDir }: DemoSettings, { start, simulator, google }: Around): Config {
  return readConfig({
    REGISTRATION: 'open',
    // Pairing alone makes the client warn of a connection that WhatsApp restarts.
    LOG_LEVEL: 'error',
    ...SAMPLE_BRAND,
    ...process.env,
    ...(google && {
      GOOGLE_CLIENT_ID: google.ready.client.id,
      GOOGLE_CLIENT_SECRET: google.ready.client.secret,
      GOOGLE_ISSUER: google.ready.issuer,
    }),
    DATA_DIR: dataDir,
    WHATSAPP_WS_URL: simulator.waUrl,
    WHATSAPP_ROOT_KEY: simulator.rootKey,
    WHATSAPP_CHAT_URL: start.origin,
  });
}

/**
 * The whole product on one machine without WhatsApp and Google: both simulated in processes of their own,
 * the real product in this one, a bot that is paired by itself or by hand, one person who is known, others who are not,
 * and a page with a tour that shows phone and product side by side.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { terminal } = DEMO_WORDS[settings.locale];
  const { unpaired } = readArguments();
  say(terminal.preparing);
  const around = await startAround(settings);
  const { start, simulator, google } = around;
  const config = configFor(settings, around);
  say(terminal.database);
  const log = createEventLog({ level: config.logLevel });
  const tour = createTour({ cast: FIRST, unpaired, utterances: UTTERANCES[config.locale] });
  const showTurn = showTurns(simulator.url, (error) => log.error('demo.turn_not_shown', { error }));
  const product = await compose({
    config,
    log,
    onFatal: end,
    observeTurn: (report) => {
      showTurn(report);
      tour.took(report);
    },
    observeEvents: { name: 'demo-tour', act: tour.happened },
    framedBy: start.origin,
  });
  let stopping = false;
  const failed = (error: unknown): void => {
    // What ends while everything ends is no fault.
    if (!stopping) end(error);
  };
  const stop = (): void => {
    stopping = true;
    simulator.expectExit();
    google?.expectExit();
    Promise.all([start.close(), product.stop()]).then(
      () => process.exit(0),
      (error: unknown) => end(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(unpaired ? terminal.botToPair : terminal.bot);
  const paired = unpaired ? null : keepPaired(product, simulator.url);
  await product.start();
  await paired;
  const byHand = unpaired
    ? await letPairByHand(product, { simulatorUrl: simulator.url, failed })
    : null;
  const isKnownNew = await seedPerson(product, {
    simulatorUrl: simulator.url,
    person: KNOWN,
  });
  const openChat = (): Promise<void> | null => (isKnownNew ? openKnownChat(simulator.url) : null);
  if (byHand === null) await openChat();
  else byHand.paired.then(tour.paired).then(openChat).catch(failed);
  const cast = await nextCast(product, simulator.url);
  if (cast !== null) tour.restart(cast);
  const { publicUrl } = config;
  const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
  const googleUrl = google?.ready.issuer ?? null;
  start.show({
    locale: config.locale,
    tour,
    siteUrl: publicUrl,
    phonesUrl: simulator.url,
    adminUrl: setupUrl ?? `${publicUrl}/admin`,
    frames: [publicUrl, simulator.url, ...(googleUrl === null ? [] : [googleUrl])],
    dataDir: settings.dataDir,
    nextCast: () => nextCast(product, simulator.url),
    stranger: () => useLinkOf(tour.cast().owner.number, { simulatorUrl: simulator.url, publicUrl }),
  });
  const addresses = { startUrl: start.origin, publicUrl, simulatorUrl: simulator.url };
  say(welcome(terminal, { ...addresses, googleUrl, setupUrl }));
}

process.on('unhandledRejection', end);
main().catch(end);
