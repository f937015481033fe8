import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { createAdminLoginLimits, type AdminLoginTry } from './login-limits.js';
import type { Admin, AdminSession } from '../ports/tables/admins.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { PasswordHasher } from '../ports/crypto/password-hasher.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store } from '../ports/tables/store.js';

/** An admin who does nothing for this long is signed out (ASVS 5.0 7.3.1). */
const IDLE_MS = 30 * 60_000;
/**
 * However busy, a session of the admin ends this long after its sign-in; a step-up prolongs nothing (ASVS 5.0 7.3.2).
 */
const LIFETIME_MS = 12 * 60 * 60_000;
/** Dangerous acts need a proof younger than this (ASVS 5.0 7.5.3). */
export const ADMIN_STEP_UP_MS = 5 * 60_000;

/** What a session of the admin must have been used and begun after, to live at `now`. */
export function adminSessionBounds(now: Date): { idleSince: Date; signedInSince: Date } {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  return { idleSince: ago(IDLE_MS), signedInSince: ago(LIFETIME_MS) };
}

export type AdminLoginRefusal =
  | { readonly code: 'wrong_password' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export interface AdminPresence {
  readonly session: AdminSession;
  /** Whether the last proof is fresh enough for QR, pairing code and logout of the bot. */
  readonly steppedUp: boolean;
}

export type AdminSessions = ReturnType<typeof createAdminSessions>;

/** Sign-in, step-up and sign-out of the admin; apart from the sessions of people. */
export function createAdminSessions(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly passwords: PasswordHasher;
  readonly limiter: RateLimiter;
}) {
  const { store, clock, random, digests, passwords, limiter } = deps;
  const limits = createAdminLoginLimits({ digests, random, limiter });

  async function prove(
    password: string,
    { admin, attempt }: { readonly admin: Admin | null; readonly attempt: AdminLoginTry },
  ): Promise<Result<{ readonly adminId: string }, AdminLoginRefusal>> {
    if (!attempt.allowed) {
      return fail({ code: 'too_many_requests', retryAfterS: attempt.retryAfterS });
    }
    const right = await passwords.verify(admin?.passwordHash ?? null, password);
    if (admin === null || !right) {
      await recordFailure();
      return fail({ code: 'wrong_password' });
    }
    await attempt.succeeded();
    return ok({ adminId: admin.id });
  }

  async function recordFailure(): Promise<void> {
    const { allowed } = await limiter.hit(THROTTLES.adminFailuresRecorded, 'admin');
    if (!allowed) return;
    await store.transaction((tx) => {
      tx.emit({ type: 'admin_sign_in.failed' });
      return Promise.resolve();
    });
  }

  function which(token: string, now: Date) {
    return { tokenDigest: digests.token('admin-session', token), ...adminSessionBounds(now) };
  }

  function presence(session: AdminSession | null, now: Date): AdminPresence | null {
    if (session === null) return null;
    const steppedUp = now.getTime() - session.steppedUpAt.getTime() < ADMIN_STEP_UP_MS;
    return { session, steppedUp };
  }

  return {
    /**
     * @param input.device what an earlier sign-in left in this browser, if it did
     * @returns the token for the admin's cookie, and `device` for the cookie that outlives it
     */
    async signIn(input: {
      readonly password: string;
      readonly address: string;
      readonly device: string | null;
    }): Promise<Result<{ readonly token: string; readonly device: string }, AdminLoginRefusal>> {
      const { password, address, device } = input;
      const admin = await store.admins.find();
      const attempt = await limits.signIn({ adminId: admin?.id ?? null, device, address });
      const proven = await prove(password, { admin, attempt });
      if (!proven.ok) return proven;
      const token = random.token();
      const tokenDigest = digests.token('admin-session', token);
      const { adminId } = proven.value;
      await store.admins.createSession({ id: random.id(), adminId, tokenDigest, now: clock.now() });
      return ok({ token, device: limits.deviceFor(adminId) });
    },
    /** The admin behind a cookie, or null; counts as activity. */
    async present(token: string): Promise<AdminPresence | null> {
      const now = clock.now();
      return presence(await store.admins.touchSession({ ...which(token, now), now }), now);
    },
    /** The same for a page that polls: an open page does not count as activity of the admin. */
    async look(token: string): Promise<AdminPresence | null> {
      const now = clock.now();
      return presence(await store.admins.findSession(which(token, now)), now);
    },
    /** Fresh proof by password: the session goes on under a new token (security case 43). */
    async stepUp(input: {
      readonly session: AdminSession;
      readonly password: string;
      readonly address: string;
    }): Promise<Result<{ readonly token: string }, AdminLoginRefusal>> {
      const attempt = await limits.stepUp(input.session.id);
      const admin = await store.admins.find();
      const proven = await prove(input.password, { admin, attempt });
      if (!proven.ok) return proven;
      const token = random.token();
      const tokenDigest = digests.token('admin-session', token);
      await store.admins.stepUp({ id: input.session.id, tokenDigest, now: clock.now() });
      return ok({ token });
    },
    async signOut(token: string): Promise<void> {
      await store.admins.endSession(digests.token('admin-session', token));
    },
  };
}
