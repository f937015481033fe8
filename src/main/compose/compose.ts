import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createSharedChannelBoard } from '#src/adapters/postgres/tables/channel-board.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import { createEraseAccounts } from '#src/app/account/erase-accounts.js';
import { collectEvents } from '#src/app/events/collect-events.js';
import type { MemoryReader } from '#src/app/events/event-reader.js';
import { eventReaders } from '#src/app/events/readers.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { ObserveTurn } from '#src/app/ports/turn-observer.js';
import { createShift } from '#src/app/upkeep/shift.js';
import { createSweep } from '#src/app/upkeep/sweep.js';
import type { Config } from '#src/config/config.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { BOT } from '../bot-name.js';
import type { Bot } from './bot.js';
import type { Web } from './web.js';
import { connectInstances } from '../connect-instances.js';
import type { Dependencies } from './dependencies.js';
import { openStorage } from '../open-storage.js';

const SWEEP_EVERY_MS = 5 * 60_000;
/** The instance that swept last holds the lease a little beyond its next sweep; another one takes over after that. */
const SWEEP_SHIFT_MS = SWEEP_EVERY_MS + 60_000;

export interface Product {
  readonly dependencies: Dependencies;
  /** null in the role `web`. */
  readonly bot: Bot | null;
  /** null in the role `bot`. */
  readonly web: Web | null;
  /** Serves people and keeps the number. @returns where it listens, or null in the role `bot` */
  start(): Promise<{ readonly url: string; readonly port: number } | null>;
  /** Lets what is under way end, gives up the number, closes the database. Safe to call once. */
  stop(): Promise<void>;
}

/**
 * The composition root: the only place that knows which adapter implements which port.
 * @param onFatal called when the process cannot go on, such as when the embedded database broke
 * @throws errors with an operator's message (report-fault.ts)
 */
export async function compose(input: {
  readonly config: Config;
  readonly log: EventLog;
  readonly onFatal: (error: Error) => void;
  /** For the demo, which shows what the bot thinks. */
  readonly observeTurn?: ObserveTurn;
  /** For the demo, which checks off what was played: hears of each domain event after its commit. */
  readonly observeEvents?: MemoryReader;
  /** For the demo, whose page of this origin shows the product in a frame (docs/decisions/0021). */
  readonly framedBy?: string;
}): Promise<Product> {
  const { config, log, onFatal, observeTurn, observeEvents, framedBy } = input;
  // The embedded database opens in a thread of its own; meanwhile this one loads the libraries. The role `web` never
  // loads WhatsApp's, the role `bot` never the web server's.
  const [storage, botModule, webModule] = await Promise.all([
    openStorage({ config, log, onFatal }),
    config.role === 'web' ? null : import('./bot.js'),
    config.role === 'bot' ? null : import('./web.js'),
  ]);
  const timers = createTimers(log);
  const copy = COPY[config.locale];
  const instance = systemRandom.id();
  const initial = stoppedStatus(systemClock.now());
  const { cipher } = storage;
  const common = { cipher, clock: systemClock, log, instance, initial };
  const shared = await connectInstances({
    ...common,
    redisUrl: config.redisUrl,
    random: systemRandom,
    openBoard: () => createSharedChannelBoard({ ...common, db: storage.database.db, bot: BOT }),
  });
  const readers = eventReaders({ bus: shared.bus, observer: observeEvents });
  const store = collectEvents(storage.store, { readers, clock: systemClock, log });
  const dependencies: Dependencies = {
    storage: { ...storage, store },
    shared,
    clock: systemClock,
    random: systemRandom,
    timers,
    log,
    copy,
    accessCopy: createAccessCopy({ copy, timeZone: config.timeZone }),
  };
  const bot = botModule?.composeBot(dependencies, { config, instance, observeTurn }) ?? null;
  const web = (await webModule?.composeWeb(dependencies, config, framedBy)) ?? null;
  const eraseAccounts = createEraseAccounts({
    store,
    clock: systemClock,
    random: systemRandom,
    copy: dependencies.accessCopy,
  });
  const sweep = createSweep({ store, clock: systemClock, log, eraseAccounts });
  const sweepShift = createShift({
    leases: storage.leases,
    name: 'sweep',
    owner: instance,
    ttlMs: SWEEP_SHIFT_MS,
    // The embedded database has one process, which a predecessor that was killed need not keep waiting.
    shared: storage.database.kind === 'external',
  });
  let endSweeping = (): void => undefined;
  let endKeepingKeys = (): void => undefined;

  return {
    dependencies,
    bot,
    web,
    start: async () => {
      const { host, port } = config;
      const address = web === null ? null : await web.server.listen({ host, port });
      bot?.start();
      endSweeping = timers.every(SWEEP_EVERY_MS, () => sweepShift.run(sweep));
      if (web !== null) endKeepingKeys = web.startKeepingKeys();
      log.info('product.started', { role: config.role, port: address?.port ?? null });
      return address;
    },
    stop: async () => {
      endSweeping();
      endKeepingKeys();
      await Promise.all([web?.server.close(), bot?.stop(), sweepShift.end()]);
      await shared.close();
      await storage.database.close();
      log.info('product.stopped', { role: config.role });
    },
  };
}

function stoppedStatus(now: Date): BoardStatus {
  return {
    state: 'stopped',
    cause: null,
    since: now,
    phone: null,
    qr: null,
    pairingCode: null,
    heldUntil: null,
  };
}
