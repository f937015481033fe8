import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { LinkRefusal } from '#src/app/sign-in/link/look-up-link.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { SignedIn } from '#src/app/session/start-session.js';
import type { Readiness } from '#src/app/upkeep/watch-readiness.js';
import { maskPersonName, type PersonName } from '#src/domain/person-name.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import type { WebDeps } from '#web-link/deps.js';
import type { WebSettings } from '#web-link/settings.js';
import { createCountedBus, createFakeLoginRequests } from './login-requests.js';
import { createHandTimers, knownTokenOf } from './login-requests.js';
import { SAO_PAULO } from './time-zone.js';

export const PUBLIC_URL = 'http://localhost:3000';
export const KNOWN_TAX_ID = '529.982.247-25';
export const RIGHT_CODE = '482915';
/** 43 characters, as `Random.token` makes them. */
export const tokenOf = (letter: string): string => letter.repeat(43);

const refreshExpiresAt = new Date('2030-01-01T00:00:00Z');
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
  const links = new Map<
    string,
    { accountId: string; state: 'open' | LinkRefusal['code']; next: string | null }
  >();
  const challenges = new Map<string, { browserToken: string; wrong: number; open: boolean }>();
  /** Session id → account id. */
  const sessions = new Map<string, string>();
  const accessTokens = new Map<string, AccessClaims>();
  const refreshTokens = new Map<string, AccessClaims>();
  const logged: { level: string; event: string; fields: unknown }[] = [];
  const calls = { requestCode: 0, preview: 0, redeem: 0, addresses: [] as string[] };
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

  function tokensFor(claims: AccessClaims): SignedIn {
    const accessToken = `access.${randomUUID()}`;
    const refreshToken = randomUUID();
    accessTokens.set(accessToken, claims);
    refreshTokens.set(refreshToken, claims);
    const knownToken = knownTokenOf(claims.accountId);
    return { ...claims, accessToken, refreshToken, refreshExpiresAt, knownToken };
  }

  function signIn(accountId: string): SignedIn {
    const sessionId = randomUUID();
    sessions.set(sessionId, accountId);
    return tokensFor({ accountId, sessionId });
  }

  const loginRequests = createFakeLoginRequests({
    board: () => board.status,
    retryAfterS: () => trouble.retryAfterS,
    bus: counted.bus,
    signIn,
    maskedName: (accountId) => maskPersonName((people.get(accountId)?.name ?? '') as PersonName),
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
    loginLinks: {
      preview: ({ token }) => {
        calls.preview += 1;
        const begun = begin();
        if (!begun.ok) return Promise.resolve(begun);
        const link = links.get(token);
        if (link?.state !== 'open') return Promise.resolve(refuse(link?.state));
        const name = people.get(link.accountId)?.name as PersonName;
        const { accountId } = link;
        return Promise.resolve(ok({ accountId, maskedName: maskPersonName(name) }));
      },
      redeem: ({ token }) => {
        calls.redeem += 1;
        const begun = begin();
        if (!begun.ok) return Promise.resolve(begun);
        const link = links.get(token);
        if (link?.state !== 'open') return Promise.resolve(refuse(link?.state));
        link.state = 'link_used';
        return Promise.resolve(ok({ ...signIn(link.accountId), next: link.next }));
      },
    },
    refreshSession: (token) => {
      const claims = refreshTokens.get(token);
      refreshTokens.delete(token);
      if (claims === undefined || !sessions.has(claims.sessionId)) {
        return Promise.resolve(fail({ code: 'session_expired' as const }));
      }
      // Nobody proved anything: the browser is known as it was.
      return Promise.resolve(ok({ ...tokensFor(claims), knownToken: null }));
    },
    sessionGuard: {
      check: (token) => {
        const claims = accessTokens.get(token);
        if (claims === undefined) {
          return Promise.resolve(fail({ code: 'not_authenticated' as const }));
        }
        return Promise.resolve(
          sessions.has(claims.sessionId) ? ok(claims) : fail({ code: 'session_expired' as const }),
        );
      },
    },
    endSession: ({ session, refreshToken }) => {
      const byToken = refreshToken === null ? undefined : refreshTokens.get(refreshToken);
      for (const ended of [session, byToken]) if (ended) sessions.delete(ended.sessionId);
      return Promise.resolve();
    },
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
    addLink(token: string, accountId: string, state: 'open' | LinkRefusal['code'] = 'open') {
      links.set(token, { accountId, state, next: null });
    },
    /** One that was made for a page, such as the data of the account. */
    addLinkTo(next: string, token: string, accountId: string) {
      links.set(token, { accountId, state: 'open', next });
    },
    /** The access token runs out; the session lives on. */
    expireAccess: (token: string) => accessTokens.delete(token),
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

function refuse(state: 'open' | LinkRefusal['code'] | undefined): Result<never, LinkRefusal> {
  if (state === 'link_used' || state === 'link_expired') return fail({ code: state });
  return fail({ code: 'link_invalid' });
}
