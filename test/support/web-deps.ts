import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Readiness } from '#src/app/upkeep/watch-readiness.js';
import { maskPersonName, type PersonName } from '#src/domain/person-name.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import type { WebDeps } from '#web-link/deps.js';
import type { WebSettings } from '#web-link/settings.js';
import { createFakeLoginLinks } from './login-links.js';
import { createCountedBus, createFakeLoginRequests, createHandTimers } from './login-requests.js';
import { SAO_PAULO } from './time-zone.js';
import { createFakeSessions } from './web-sessions.js';

export const PUBLIC_URL = 'http://localhost:3000';
export const KNOWN_TAX_ID = '529.982.247-25';
export const RIGHT_CODE = '482915';
/** 43 characters, as `Random.token` makes them. */
export const tokenOf = (letter: string): string => letter.repeat(43);

const MOST_WRONG_CODES = 5;

interface Person {
  readonly accountId: string;
  readonly name: string;
}

/**
 * The use cases as the HTTP edge sees them, on a few maps in memory: what is consumed stays
 * consumed, sessions end, challenges belong to a browser. Rules of time are left out.
 */
export function createWebWorld(settings: Partial<WebSettings> = {}) {
  const joana = { accountId: randomUUID(), name: 'Joana Maria Silva' };
  const people = new Map<string, Person>([[joana.accountId, joana]]);
  const challenges = new Map<string, { browserToken: string; wrong: number; open: boolean }>();
  const logged: { level: string; event: string; fields: unknown }[] = [];
  const time = createHandTimers();
  const counted = createCountedBus();
  const board: { status: BoardStatus } = {
    status: {
      state: 'open',
      cause: null,
      since: new Date('2026-11-23T12:00:00Z'),
      phone: '+5511912345678' as BotNumber,
      qr: null,
      pairingCode: null,
      heldUntil: null,
    },
  };
  /** Set by a test: the next use cases end like this. */
  const trouble: { throws: Error | null; retryAfterS: number | null } = {
    throws: null,
    retryAfterS: null,
  };
  let readiness: Readiness = {
    ready: true,
    parts: { database: 'ok', redis: 'not_used', whatsapp: 'ok', sweep: 'ok' },
  };

  function begin(): Result<null, { code: 'too_many_requests'; retryAfterS: number }> {
    if (trouble.throws !== null) throw trouble.throws;
    const { retryAfterS } = trouble;
    return retryAfterS === null ? ok(null) : fail({ code: 'too_many_requests', retryAfterS });
  }

  const { useCases, sessions, signIn, expireAccess } = createFakeSessions();
  const nameOf = (accountId: string) => (people.get(accountId)?.name ?? '') as PersonName;
  const links = createFakeLoginLinks({ begin, nameOf, signIn });
  const calls = Object.assign(links.calls, { requestCode: 0, addresses: [] as string[] });
  const loginRequests = createFakeLoginRequests({
    board: () => board.status,
    retryAfterS: () => trouble.retryAfterS,
    bus: counted.bus,
    signIn,
    maskedName: (accountId) => maskPersonName(nameOf(accountId)),
  });

  const deps = {
    google: null,
    loginRequests: loginRequests.flow,
    requestCode: ({ browserToken, address }) => {
      calls.requestCode += 1;
      calls.addresses.push(address);
      const begun = begin();
      if (!begun.ok) return Promise.resolve(begun);
      const { state, heldUntil } = board.status;
      if (state !== 'open' || heldUntil !== null) {
        return Promise.resolve(fail({ code: 'channel_down' as const }));
      }
      const challengeId = randomUUID();
      const token = browserToken ?? tokenOf('b');
      challenges.set(challengeId, { browserToken: token, wrong: 0, open: true });
      const lives = { expiresIn: 300, resendIn: 60, held: false };
      const answer = { challengeId, ...lives, browserToken: token };
      return Promise.resolve(ok(answer));
    },
    hasPendingLink: () => Promise.resolve(false),
    verifyCode: ({ challengeId, code, browserToken }) => {
      const begun = begin();
      if (!begun.ok) return Promise.resolve(begun);
      const challenge = challenges.get(challengeId);
      if (challenge?.browserToken !== browserToken || !challenge.open) {
        return Promise.resolve(fail({ code: 'challenge_expired' as const }));
      }
      if (challenge.wrong >= MOST_WRONG_CODES) {
        return Promise.resolve(fail({ code: 'challenge_exhausted' as const }));
      }
      if (code !== RIGHT_CODE) {
        challenge.wrong += 1;
        const attemptsLeft = MOST_WRONG_CODES - challenge.wrong;
        return Promise.resolve(fail({ code: 'wrong_code' as const, attemptsLeft }));
      }
      challenge.open = false;
      return Promise.resolve(ok(signIn(joana.accountId)));
    },
    loginLinks: links.useCases,
    ...useCases,
    describeMe: ({ accountId, sessionId }) => {
      const person = people.get(accountId);
      if (person === undefined) return Promise.resolve(null);
      return Promise.resolve({
        ...person,
        taxIdMasked: '529.***.***-25',
        methods: [
          {
            method: 'whatsapp' as const,
            label: '(11) •••••-5678',
            addedAt: new Date('2026-11-23T12:00:00Z'),
          },
        ],
        sessionId,
      });
    },
    stepUp: {
      isFresh: () => Promise.resolve(ok(null)),
      byProof: () => Promise.reject(new Error('nobody steps up in this world')),
    },
    exportData: ({ accountId }) => {
      const person = people.get(accountId);
      if (person === undefined) return Promise.resolve(null);
      const at = '2026-11-23T12:00:00.000Z';
      const account = { id: accountId, taxId: '52998224725', name: person.name, status: 'active' };
      const dates = { createdAt: at, consentedAt: at, deletionDueAt: null };
      return Promise.resolve({
        exportedAt: at,
        account: {
          ...account,
          ...dates,
          wrongCodesInARow: 0,
          passwordSetAt: null,
          wrongPasswordsInARow: 0,
        },
        ...{ numbers: [], google: [], sessions: [], acts: [] },
      });
    },
    accessTokens: { jwks: () => Promise.resolve({ keys: [{ kty: 'OKP', kid: 'one' }] }) },
    checkReadiness: () => Promise.resolve(readiness),
    isUnavailable: () => false,
    board: { current: () => Promise.resolve(board.status) },
    bus: counted.bus,
    random: { id: () => randomUUID() },
    timers: time.timers,
    log: {
      info: (event, fields) => logged.push({ level: 'info', event, fields }),
      warn: (event, fields) => logged.push({ level: 'warn', event, fields }),
      error: (event, fields) => logged.push({ level: 'error', event, fields }),
    },
    settings: {
      publicUrl: PUBLIC_URL,
      corsOrigins: [],
      trustProxy: 0,
      dashboardUrl: null,
      publicFolder: path.resolve('web-link/public'),
      ...{ locale: 'pt-BR', timeZone: SAO_PAULO, google: false, googleOrigin: null },
      chatOrigin: 'https://wa.me',
      framedBy: null,
      security: null,
      brand: NO_BRAND,
      ...settings,
    },
  } satisfies Partial<WebDeps>;

  return {
    deps: deps as Partial<WebDeps> as WebDeps,
    joana,
    board,
    trouble,
    calls,
    logged,
    sessions,
    signIn,
    setReadiness: (next: Readiness) => void (readiness = next),
    /** Another person, or Joana by another name. */
    addPerson(name: string): Person {
      const person = { accountId: randomUUID(), name };
      people.set(person.accountId, person);
      return person;
    },
    removePerson: (accountId: string) => people.delete(accountId),
    addLink: links.addLink,
    addLinkTo: links.addLinkTo,
    expireAccess,
    loginRequests,
    /** Every delayed work is due now. */
    runTimers: () => time.run(),
    /** Every repeated work is due once. */
    tick: () => time.tick(),
    /** What waits in this process for something to happen. */
    waiting: () => ({ listeners: counted.listeners(), timers: time.repeating() }),
    /** The bot goes down, or comes back, and says so. */
    async changeChannel(status: Partial<BoardStatus>) {
      board.status = { ...board.status, ...status };
      await counted.bus.publish('channel.changed', {});
    },
  };
}
