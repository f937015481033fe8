import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import type { Store } from '#src/app/ports/tables/store.js';
import { createRefreshSession, type RefreshSession } from '#src/app/session/refresh-session.js';
import { createSweep } from '#src/app/upkeep/sweep.js';
import { createStartSession } from '#src/app/session/start-session.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { allAtOnce, contract, NOON, register } from '../contract/parts.js';
import { CHROME, DAY_MS } from './stage.js';
import { SAO_PAULO } from '../support/time-zone.js';

contract('refreshing a session', (parts) => {
  let now = NOON;
  let revoked: string[] = [];
  let warnings: string[] = [];
  beforeAll(() => {
    parts().bus.subscribe('session.revoked', ({ sessionId }) => revoked.push(sessionId));
  });
  beforeEach(() => {
    now = NOON;
    revoked = [];
    warnings = [];
  });

  function useCases(store: Store) {
    const { masterKeys } = parts();
    const digests = createDigests(createKeyRing(masterKeys));
    const random = systemRandom;
    const accessTokens = {
      issue: ({ sessionId }: { sessionId: string }) => Promise.resolve(`access ${sessionId}`),
      verify: () => Promise.reject(new Error('nobody verifies here')),
      jwks: () => Promise.resolve({ keys: [] }),
    };
    const copy = createAccessCopy({ copy: COPY.en, timeZone: SAO_PAULO });
    const quiet = () => undefined;
    const log = { info: quiet, warn: (event: string) => void warnings.push(event), error: quiet };
    const basics = { store, clock: { now: () => now }, random, digests, accessTokens };
    const start = createStartSession({ ...basics, copy });
    return {
      refresh: createRefreshSession({
        ...{ ...basics, log, copy },
        limiter: createMemoryRateLimiter(),
      }),
      start,
      store,
    };
  }

  /** A store where `tabs` readers of a token wait for each other before one of them goes on. */
  function meetingStore(tabs: number): Store {
    const { store } = parts();
    const waiting: (() => void)[] = [];
    const meet = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length >= tabs) for (const goOn of waiting) goOn();
      });
    const findRefreshToken: Store['sessions']['findRefreshToken'] = async (digest) => {
      const found = await store.sessions.findRefreshToken(digest);
      await meet();
      return found;
    };
    return { ...store, sessions: { ...store.sessions, findRefreshToken } };
  }

  async function signedIn(from = parts().store) {
    const { refresh, start, store } = useCases(from);
    const { id: accountId } = await register(parts());
    const session = await store.transaction((tables) =>
      start(tables, { accountId, method: 'code', userAgent: CHROME, now }),
    );
    return { refresh, session };
  }

  const pass = (ms: number) => void (now = new Date(now.getTime() + ms));

  it('gives ten tabs that come at once the same successor', async () => {
    const { refresh, session } = await signedIn(meetingStore(10));
    pass(60_000);
    const answers = await allAtOnce(10, () => refresh(session.refreshToken));
    const successors = new Set(
      answers.map((answer) => (answer.ok ? answer.value.refreshToken : answer.error.code)),
    );
    expect(successors.size).toBe(1);
    expect(successors).not.toContain('session_expired');
    expect(successors).not.toContain(session.refreshToken);
    expect(revoked).toEqual([]);
  });

  /** The next token. */
  async function renewed(refresh: RefreshSession, token: string): Promise<string> {
    const answer = await refresh(token);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.refreshToken;
  }
  const EXPIRED = { ok: false, error: { code: 'session_expired' } };

  it('revokes the family when a token comes again whose successor is in use (case 44)', async () => {
    const { refresh, session } = await signedIn();
    const next = await renewed(refresh, session.refreshToken);
    const inUse = await renewed(refresh, next);
    pass(10_001);
    expect(await refresh(session.refreshToken)).toEqual(EXPIRED);
    expect(revoked).toEqual([session.sessionId]);
    expect(warnings).toEqual(['session.refresh_token_reused']);
    expect(await refresh(inUse)).toEqual(EXPIRED);
  });

  for (const [after, ms] of [
    ['11 seconds', 11_000],
    ['11 hours', 39_600_000],
  ] as const) {
    it(`case A9: makes a new successor ${after} after the answer was lost, and tells nobody of a theft`, async () => {
      const { refresh, session } = await signedIn();
      const lost = await renewed(refresh, session.refreshToken);
      pass(ms);
      const second = await renewed(refresh, session.refreshToken);
      expect(second).not.toBe(lost);
      pass(60_000);
      const third = await renewed(refresh, second);
      pass(60_000);
      await renewed(refresh, third);
      expect([revoked, warnings]).toEqual([[], []]);
    });
  }

  it('case A9: the lost successor is dead once the new one is in use, and showing it is a theft', async () => {
    const { refresh, session } = await signedIn();
    const lost = await renewed(refresh, session.refreshToken);
    pass(11_000);
    const second = await renewed(refresh, session.refreshToken);
    const third = await renewed(refresh, second);
    pass(11_000);
    expect(await refresh(lost)).toEqual(EXPIRED);
    expect(revoked).toEqual([session.sessionId]);
    expect(await refresh(third)).toEqual(EXPIRED);
  });

  it('case A9: an answer that arrives late still opens, and of two copies the second one used is a theft', async () => {
    const { refresh, session } = await signedIn();
    const late = await renewed(refresh, session.refreshToken);
    pass(11_000);
    const second = await renewed(refresh, session.refreshToken);
    pass(900_000);
    await renewed(refresh, late);
    expect(revoked).toEqual([]);
    pass(11_000);
    expect(await refresh(second)).toEqual(EXPIRED);
    expect(revoked).toEqual([session.sessionId]);
  });

  it('case A9: a tab that is a moment behind gets the newest token, never one in use', async () => {
    const { refresh, session } = await signedIn();
    const first = await renewed(refresh, session.refreshToken);
    const newest = await renewed(refresh, first);
    pass(5_000);
    for (const behind of [session.refreshToken, first]) {
      expect(await renewed(refresh, behind)).toBe(newest);
    }
    pass(900_000);
    await renewed(refresh, newest);
    expect(revoked).toEqual([]);
  });

  it('case A9: what ten tabs of two instances get at once is always alive', async () => {
    const { refresh, session } = await signedIn();
    const { refresh: other } = useCases(parts().store);
    let shown = [session.refreshToken];
    for (let round = 0; round < 20; round += 1) {
      const answers = await allAtOnce(10, (tab) =>
        renewed(tab % 2 === 0 ? refresh : other, shown[tab % shown.length] ?? ''),
      );
      // The jar keeps any one of them; the rest of this round's tabs are a little behind.
      shown = [...new Set(answers), ...shown].slice(0, 3);
      pass(100);
    }
    expect([revoked, warnings]).toEqual([[], []]);
    pass(60_000);
    await renewed(refresh, shown[0] ?? '');
    expect(revoked).toEqual([]);
  });

  it('case A9: of ten replays over two instances at once one ends the family, and one alarm goes out', async () => {
    const { refresh, session } = await signedIn();
    const { refresh: other } = useCases(parts().store);
    await renewed(refresh, await renewed(refresh, session.refreshToken));
    pass(11_000);
    const replays = await allAtOnce(10, (tab) =>
      (tab % 2 === 0 ? refresh : other)(session.refreshToken),
    );
    expect(replays).toEqual(Array(10).fill(EXPIRED));
    expect(warnings).toEqual(['session.refresh_token_reused']);
  });

  it('case A9: a copy is told by its parent, also days after that one has expired', async () => {
    const { refresh, session } = await signedIn();
    const own = await renewed(refresh, session.refreshToken);
    pass(6.9 * DAY_MS);
    const copied = await renewed(refresh, session.refreshToken);
    pass(0.05 * DAY_MS);
    await renewed(refresh, own);
    pass(1.5 * DAY_MS);
    const quiet = () => undefined;
    await createSweep({
      store: parts().store,
      clock: { now: () => now },
      log: { info: quiet, warn: quiet, error: quiet },
      eraseAccounts: () => Promise.resolve(0),
    })();
    expect(await refresh(copied)).toEqual(EXPIRED);
    expect(revoked).toEqual([session.sessionId]);
  });

  it('goes on for thirty days and not a moment longer', async () => {
    const { refresh, session } = await signedIn();
    let token = session.refreshToken;
    let expiresAt = session.refreshExpiresAt;
    const end = new Date(NOON.getTime() + 30 * DAY_MS);
    for (let week = 0; week < 5; week += 1) {
      pass(6 * DAY_MS - 1);
      const answer = await refresh(token);
      if (!answer.ok) throw new Error(`refused in week ${week}`);
      token = answer.value.refreshToken;
      expiresAt = answer.value.refreshExpiresAt;
    }
    expect(expiresAt).toEqual(end);
    now = end;
    expect(await refresh(token)).toEqual({ ok: false, error: { code: 'session_expired' } });
  });
});
