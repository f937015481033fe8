import { describeDevice, REFRESH_TOKEN_LIFETIME_MS } from '#src/domain/session.js';
import type { AccessTokens } from './ports/access-tokens.js';
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
}

export type StartSession = ReturnType<typeof createStartSession>;

/**
 * Opens a new session with a new id for a proven account (security case 43: never an id the browser
 * brought along).
 */
export function createStartSession({ random, digests, accessTokens }: SessionStarterDeps) {
  return async function startSession(
    tables: Pick<Tables, 'sessions'>,
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
    const accessToken = await accessTokens.issue({ accountId, sessionId }, now);
    return { accountId, sessionId, accessToken, refreshToken, refreshExpiresAt };
  };
}
