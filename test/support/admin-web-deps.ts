import path from 'node:path';
import express, { type Express } from 'express';
import { createAdminSessions } from '#src/app/admin/sessions.js';
import { createAdminSetup } from '#src/app/admin/setup.js';
import { createCommandChannel } from '#src/app/admin/command-channel.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { ChannelCommand, EventBus, Events } from '#src/app/ports/event-bus.js';
import type { PasswordHasher } from '#src/app/ports/crypto/password-hasher.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter, RateVerdict } from '#src/app/ports/rate-limiter.js';
import type { Throttle } from '#src/domain/throttle.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import type { WebDeps } from '#web-link/deps.js';
import type { WebSettings } from '#web-link/settings.js';
import { createCookies } from '#web-link/http/browser/cookies.js';
import { createFormFaults } from '#web-link/http/form-faults.js';
import { createAnswerErrors } from '#web-link/http/middleware/answer-errors.js';
import { createBeginRequest } from '#web-link/http/middleware/begin-request.js';
import { createLogRequests } from '#web-link/http/middleware/log-requests.js';
import { createSameOriginGuard } from '#web-link/http/middleware/same-origin.js';
import { createSecurityHeaders } from '#web-link/http/middleware/security-headers.js';
import { createAdminRoutes } from '#web-link/admin/routes.js';
import { createPeopleAdminContents, createMemoryPeopleAdmin } from './admin-people.js';
import { createHandSeal } from './hand-seal.js';
import { createManualTime } from './manual-time.js';
import { createMemoryStore, type AuditEvent } from './memory-admins.js';
import { SAO_PAULO } from './time-zone.js';

const START = new Date('2026-11-23T12:00:00Z');

export type AdminWorld = ReturnType<typeof createAdminWorld>;

/** The admin's use cases on tables in memory, with a clock, a bus and a board that a test moves by hand. */
export function createAdminWorld(settings: Partial<WebSettings> = {}) {
  const time = createManualTime(START);
  const bus = createSynchronousBus();
  const limiter = createCountingLimiter();
  const logged: unknown[] = [];
  const commands: ChannelCommand[] = [];
  let status: BoardStatus = {
    state: 'stopped',
    cause: null,
    since: START,
    phone: null,
    qr: null,
    pairingCode: null,
    heldUntil: null,
  };
  bus.subscribe('channel.command', (command) => commands.push(command));

  const publicUrl = settings.publicUrl ?? 'http://127.0.0.1:3000';
  const recorded: AuditEvent[] = [];
  const peopleAdmin = createPeopleAdminContents();
  const store = createMemoryStore(recorded, time.clock);
  const parts = {
    store,
    clock: time.clock,
    random: createCountingRandom(),
    digests,
    passwords,
    limiter,
  };
  const adminSetup = createAdminSetup({ ...parts, publicUrl });
  const note = (event: string, fields?: unknown): void => void logged.push([event, fields]);
  const deps = {
    adminSetup,
    adminSessions: createAdminSessions(parts),
    commandChannel: createCommandChannel({
      ...parts,
      bus,
      log: { info: note, warn: note, error: note },
    }),
    peopleAdmin: createMemoryPeopleAdmin(peopleAdmin),
    board: { current: () => Promise.resolve(status), post: () => Promise.resolve() },
    bus,
    timers: time.timers,
    random: parts.random,
    log: { info: note, warn: note, error: note },
    settings: {
      publicUrl,
      corsOrigins: [],
      trustProxy: 0,
      dashboardUrl: null,
      chatOrigin: 'https://wa.me',
      security: null,
      brand: NO_BRAND,
      publicFolder: path.resolve('web-link/public'),
      locale: 'pt-BR',
      timeZone: SAO_PAULO,
      ...settings,
    },
  } as Partial<WebDeps> as WebDeps;

  return {
    app: createAdminApp(deps),
    publicUrl,
    deps,
    commands,
    logged,
    /** What the use cases show, to be changed by a test, and what was asked of them. */
    peopleAdmin,
    /** What went into the audit log. */
    recorded,
    /** Moves the clock and runs the timers that come due. */
    pass: (ms: number) => time.pass(ms),
    /** Listeners and timers that are still alive. */
    waiting: () => ({ listeners: bus.listeners('channel.changed'), timers: time.waiting() }),
    /** Changes the board and tells everybody. */
    async change(next: Partial<BoardStatus>): Promise<void> {
      status = { ...status, ...next };
      await bus.publish('channel.changed', {});
    },
    /** @returns the path of a new set-up address */
    async announce(): Promise<string> {
      const url = await adminSetup.announce();
      if (url === null) throw new Error('There is an admin already');
      return new URL(url).pathname;
    },
  };
}

/** The admin's routes behind the same middleware as in the product, and nothing else. */
function createAdminApp(deps: WebDeps): Express {
  const { log, settings } = deps;
  const cookies = createCookies(settings);
  const faults = createFormFaults({ seal: createHandSeal().seal, cookies });
  const app = express();
  app.set('trust proxy', settings.trustProxy);
  return app.use(
    createBeginRequest(deps),
    createLogRequests(log),
    ...createSecurityHeaders(settings),
    createSameOriginGuard(settings),
    faults.take,
    createAdminRoutes({ ...deps, faults }),
    createAnswerErrors({ log, isUnavailable: () => false }),
  );
}

const digests: Digests = {
  token: (kind, token) => Buffer.from(`${kind}:${token}`),
  code: ({ challengeId, purpose, code }) => Buffer.from([challengeId, purpose, code].join(':')),
  same: (left, right) => Buffer.compare(left, right) === 0,
};

const passwords: PasswordHasher = {
  hash: (password) => Promise.resolve(`hash of ${password}`),
  verify: (hash, password) => Promise.resolve(hash === `hash of ${password}`),
};

function createCountingRandom(): Random {
  let count = 0;
  const next = (kind: string): string => {
    count += 1;
    return `${kind}-${count}`;
  };
  return {
    code: () => '123456',
    token: () => next('token'),
    id: () => next('id'),
    below: () => 0,
    messageId: () => next('message'),
  };
}

function createCountingLimiter(): RateLimiter {
  const counts = new Map<string, number>();
  const hit = ({ name, limit, windowMs }: Throttle, key: string): RateVerdict => {
    const count = (counts.get(`${name} ${key}`) ?? 0) + 1;
    counts.set(`${name} ${key}`, count);
    const allowed = count <= limit;
    return { allowed, retryAfterS: allowed ? 0 : windowMs / 1000 };
  };
  return {
    hit: (throttle, key) => Promise.resolve(hit(throttle, key)),
    hitAll(buckets) {
      for (const { throttle, key } of buckets) {
        const verdict = hit(throttle, key);
        if (!verdict.allowed) return Promise.resolve(verdict);
      }
      return Promise.resolve({ allowed: true, retryAfterS: 0 });
    },
    lookAll(buckets) {
      const full = buckets.find(
        ({ throttle, key }) => (counts.get(`${throttle.name} ${key}`) ?? 0) >= throttle.limit,
      );
      const retryAfterS = full === undefined ? 0 : full.throttle.windowMs / 1000;
      return Promise.resolve({ allowed: full === undefined, retryAfterS });
    },
    clear({ name }, key) {
      counts.delete(`${name} ${key}`);
      return Promise.resolve();
    },
  };
}

function createSynchronousBus(): EventBus & {
  readonly listeners: (name: keyof Events) => number;
} {
  const listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  const of = (name: keyof Events): Set<(payload: never) => void> => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set);
    return set;
  };
  return {
    publish(name, payload) {
      for (const listener of of(name)) listener(payload as never);
      return Promise.resolve();
    },
    subscribe(name, listener) {
      of(name).add(listener);
      return () => of(name).delete(listener);
    },
    listeners: (name) => of(name).size,
  };
}
