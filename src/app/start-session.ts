import { describeDevice, REFRESH_TOKEN_LIFETIME_MS, type Device } from '#src/domain/session.js';
import { NO_PHONE, OPEN_CHAT_MS } from './nobody.js';
import type { AccessTokens } from './ports/access-tokens.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { Digests } from './ports/digests.js';
import type { Random } from './ports/random.js';
import type { LoginWay } from './ports/sessions.js';
import type { Tables } from './ports/store.js';

/** What a browser gets when somebody signs in; both tokens go into HttpOnly cookies and nowhere else. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

export interface SessionStarterDeps {
  readonly random: Random;
  readonly digests: Digests;
  readonly accessTokens: AccessTokens;
  readonly copy: AccessCopy;
}

/** A device that was not used for this long is a new one again. */
const DEVICE_MEMORY_MS = 90 * 24 * 60 * 60_000;
/** An alert that comes later than this would only frighten. */
const ALERT_LIFETIME_MS = 60 * 60_000;

export type StartSession = ReturnType<typeof createStartSession>;

/**
 * Opens a new session with a new id for a proven account (security case 43: never an id the browser
 * brought along), and tells its owner's chat when the device is a new one. Call it inside a transaction: session and
 * alert are stored together.
 */
export function createStartSession(deps: SessionStarterDeps) {
  const { random, digests, accessTokens, copy } = deps;

  async function tellOwner(
    tables: Tables,
    { accountId, device, now }: { accountId: string; device: Device; now: Date },
  ): Promise<void> {
    const [number] = await tables.accounts.numbersOf(accountId);
    const since = new Date(now.getTime() - OPEN_CHAT_MS);
    const chat = await tables.conversations.openChat(number?.phone ?? NO_PHONE, since);
    if (chat === null) return;
    const text = copy.signedIn({ ...device, at: now });
    const expiresAt = new Date(now.getTime() + ALERT_LIFETIME_MS);
    const alert = { chat, kind: 'notice', text, expiresAt, solicited: false } as const;
    await tables.outbox.enqueue([{ ...alert, messageId: random.messageId() }], now);
  }

  return async function startSession(
    tables: Tables,
    input: {
      readonly accountId: string;
      readonly way: LoginWay;
      readonly userAgent: string;
      readonly now: Date;
    },
  ): Promise<SignedIn> {
    const { accountId, way, userAgent, now } = input;
    const sessionId = random.id();
    const refreshToken = random.token();
    const refreshExpiresAt = new Date(now.getTime() + REFRESH_TOKEN_LIFETIME_MS);
    const device = describeDevice(userAgent);
    const since = new Date(now.getTime() - DEVICE_MEMORY_MS);
    const isKnown = await tables.sessions.knowsDevice({ accountId, ...device, since });
    await tables.sessions.create({
      id: sessionId,
      accountId,
      way,
      browser: device.browser,
      system: device.system,
      refresh: {
        id: random.id(),
        digest: digests.token('refresh', refreshToken),
        expiresAt: refreshExpiresAt,
      },
      now,
    });
    if (!isKnown) await tellOwner(tables, { accountId, device, now });
    const accessToken = await accessTokens.issue({ accountId, sessionId }, now);
    return { accountId, sessionId, accessToken, refreshToken, refreshExpiresAt };
  };
}
