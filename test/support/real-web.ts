import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { createShortSeal } from '#src/adapters/crypto/short-seal.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import { readConfig } from '#src/config/config.js';
import type { Jid } from '#src/domain/jid.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import { composeWeb } from '#src/main/compose/web.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { newChat, NOON, register, type Parts } from '../contract/parts.js';
import { withEvents } from './events.js';
import { SAO_PAULO } from './time-zone.js';
import { takeSent } from './take-sent.js';

export const ORIGIN = 'http://localhost:3000';
export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

const OPEN: BoardStatus = {
  state: 'open',
  cause: null,
  since: NOON,
  phone: '+5511912345678' as BotNumber,
  qr: null,
  pairingCode: null,
  heldUntil: null,
};

/**
 * The HTTP edge as it is composed for people, over a real database; only the clock is the test's. A second instance
 * shares the database and, unless a test cuts it off, the events.
 */
export async function createRealWeb(
  parts: Parts,
  options: {
    readonly bus?: EventBus;
    readonly clock?: { now(): Date };
    readonly limiter?: RateLimiter;
  } = {},
) {
  const { bare, database, masterKeys, leases, vault, holds } = parts;
  const keyRing = createKeyRing(masterKeys);
  const cipher = createFieldCipher(keyRing);
  const index = createKeyedIndex(keyRing);
  const digests = createDigests(keyRing);
  const logged: { event: string; fields: unknown }[] = [];
  const keep = (event: string, fields?: unknown) => void logged.push({ event, fields });
  const log = { info: keep, warn: keep, error: keep };
  let now = NOON;
  const clock = options.clock ?? { now: () => now };
  const board = createMemoryChannelBoard(OPEN);
  const bus = options.bus ?? createMemoryEventBus();
  const store = withEvents(bare, { bus, clock, log });
  const web = await composeWeb(
    {
      storage: {
        ...{ database, cipher, index, digests, leases, vault, holds },
        seal: createShortSeal(keyRing, clock),
        store,
      },
      shared: {
        ...{
          bus,
          board,
          limiter: options.limiter ?? createMemoryRateLimiter(),
          checkRedis: null,
          leaveBoard: () => undefined,
        },
        close: () => Promise.resolve(),
      },
      ...{ clock, random: systemRandom, timers: createTimers(log), log },
      copy: COPY['pt-BR'],
      accessCopy: createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO }),
    },
    readConfig({}),
  );
  // One socket listens for all calls of a world: supertest would open and close one for each of them.
  const app = createServer(web.server.app).listen(0, '127.0.0.1');
  await once(app, 'listening');
  onTestFinished(async () => {
    const closed = once(app, 'close');
    app.close();
    app.closeAllConnections();
    await closed;
  });

  const { port } = app.address() as AddressInfo;

  /** A browser that keeps its cookies and posts from our own pages. */
  const browser = () => supertest.agent(app).set('Origin', ORIGIN).set('User-Agent', CHROME);

  /** The path of a magic link. */
  async function linkFor(accountId: string): Promise<string> {
    const deps = { random: systemRandom, digests, publicUrl: ORIGIN };
    const { url } = await issueLoginLink(deps, store, { accountId, now: clock.now() });
    return new URL(url).pathname;
  }

  /** A browser in which the account was entered by a magic link. */
  async function signedIn(accountId: string) {
    const visitor = browser();
    const entered = await visitor
      .post(await linkFor(accountId))
      .type('form')
      .send({});
    if (entered.status !== 303) throw new Error(`the link answered ${entered.status}`);
    return visitor;
  }

  return {
    ...{ store, linkFor, signedIn, browser, board, bus, clock, logged, http: supertest(app) },
    /** For a browser of its own; forms are taken from {@link ORIGIN} only. */
    url: `http://localhost:${port}`,
    pass: (ms: number) => void (now = new Date(now.getTime() + ms)),
    setBoard: (status: Partial<BoardStatus>) => board.post({ ...OPEN, ...status }),
    /** A registered person whose chat is open. */
    async person() {
      const person = await register(parts);
      const chat = newChat();
      await store.transaction(async ({ conversations }) => {
        await conversations.lock({ chat, phone: person.phone, now: clock.now() });
        const snapshot = { version: 1, state: null };
        const at = clock.now();
        await conversations.save({ chat, snapshot, lastInboundAt: at, now: at });
      });
      return { ...person, chat };
    },
    /** What can be sent to a chat, oldest first; takes it out. */
    sentTo: (chat: Jid) => takeSent(store.outbox, chat, clock.now()),
  };
}

export type RealWeb = Awaited<ReturnType<typeof createRealWeb>>;
