import { describeDevice, REFRESH_TOKEN_LIFETIME_MS } from '#src/domain/session.js';
import { tellOwner } from '../delivery/notify-owner.js';
import type { AccessTokens } from '../ports/crypto/access-tokens.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { SignInMethodName } from '#src/domain/sign-in-method.js';
import type { Tx } from '../ports/tables/store.js';

/** What a browser gets at a sign-in; both tokens go into HttpOnly cookies and nowhere else. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
  /**
   * By which the browser is known later on, for a cookie that outlives the session; null when no proof was given now.
   */
  readonly knownToken: string | null;
}

export interface SessionStarterDeps {
  readonly random: Random;
  readonly digests: Digests;
  readonly accessTokens: AccessTokens;
  readonly copy: AccessCopy;
}

/** A device that was not used for this long is a new one again. */
const DEVICE_MEMORY_MS = 90 * 24 * 60 * 60_000;

export type StartSession = ReturnType<typeof createStartSession>;

/**
 * Opens a new session with a new id for a proven account (security case 43: never an id the browser
 * brought along), and tells its owner's chat when the device is a new one. Call it inside a transaction: session and
 * alert are stored together.
 */
export function createStartSession(deps: SessionStarterDeps) {
  const { random, digests, accessTokens, copy } = deps;

  return async function startSession(
    tx: Tx,
    input: {
      readonly accountId: string;
      readonly method: SignInMethodName;
      readonly userAgent: string;
      readonly now: Date;
    },
  ): Promise<SignedIn> {
    const { accountId, method, userAgent, now } = input;
    const sessionId = random.id();
    const refreshToken = random.token();
    const knownToken = random.token();
    const refreshExpiresAt = new Date(now.getTime() + REFRESH_TOKEN_LIFETIME_MS);
    const device = describeDevice(userAgent);
    const isKnown = await tx.sessions.create({
      id: sessionId,
      accountId,
      method,
      browser: device.browser,
      system: device.system,
      refresh: {
        id: random.id(),
        digest: digests.token('refresh', refreshToken),
        expiresAt: refreshExpiresAt,
      },
      knownDigest: digests.token('known-browser', knownToken),
      devicesSince: new Date(now.getTime() - DEVICE_MEMORY_MS),
      now,
    });
    tx.emit({ type: 'session.created', accountId, sessionId, method });
    if (!isKnown) {
      const text = copy.signedIn({ ...device, at: now });
      await tellOwner(deps, tx, { accountId, topic: 'sign_in', text, now });
    }
    const accessToken = await accessTokens.issue({ accountId, sessionId }, now);
    return { accountId, sessionId, accessToken, refreshToken, refreshExpiresAt, knownToken };
  };
}
