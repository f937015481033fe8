import { beforeEach, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import type { Store } from '#src/app/ports/store.js';
import { createRefreshSession } from '#src/app/refresh-session.js';
import { createStartSession } from '#src/app/start-session.js';
import { createAccessCopy } from '#bot-flows/access-copy.js';
import { copyEn } from '#bot-flows/copy.en.js';
import { allAtOnce, contract, NOON, register } from '../contract/parts.js';
import { CHROME, DAY_MS } from './stage.js';

contract('refreshing a session', (parts) => {
  let now = NOON;
  let revoked: string[] = [];
  let warnings: string[] = [];
  beforeEach(() => {
    now = NOON;
    revoked = [];
    warnings = [];
  });

  function useCases(store: Store) {
    const { masterKeys } = parts();
    const digests = createDigests(createKeyRing(masterKeys));
    const random = systemRandom;
    const bus = createMemoryEventBus();
    bus.subscribe('session.revoked', ({ sessionId }) => revoked.push(sessionId));
    const accessTokens = {
      issue: ({ sessionId }: { sessionId: string }) => Promise.resolve(`access ${sessionId}`),
      verify: () => Promise.reject(new Error('nobody verifies here')),
      jwks: () => Promise.resolve({ keys: [] }),
    };
    const copy = createAccessCopy(copyEn);
    const quiet = () => undefined;
    const log = { info: quiet, warn: (event: string) => void warnings.push(event), error: quiet };
    const basics = { store, clock: { now: () => now }, random, digests, accessTokens };
    const start = createStartSession({ ...basics, copy });
    return { refresh: createRefreshSession({ ...basics, bus, log, copy }), start, store };
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
      start(tables, { accountId, way: 'code', userAgent: CHROME, now }),
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

  it('revokes the family when a used token comes again (case 44)', async () => {
    const { refresh, session } = await signedIn();
    const next = await refresh(session.refreshToken);
    pass(10_001);
    expect(await refresh(session.refreshToken)).toMatchObject({ ok: false });
    expect(revoked).toEqual([session.sessionId]);
    expect(warnings).toEqual(['session.refresh_token_reused']);
    const successor = next.ok ? next.value.refreshToken : '';
    expect(await refresh(successor)).toEqual({ ok: false, error: { code: 'session_expired' } });
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
