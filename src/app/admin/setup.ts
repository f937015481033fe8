import { judgePassword } from '#src/domain/password.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { limitAddress } from '../proof/limit-address.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { PasswordHasher } from '../ports/crypto/password-hasher.js';
import type { Random } from '../ports/random.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store } from '../ports/tables/store.js';

export const SETUP_LINK_LIFETIME_MS = 30 * 60_000;
const CONTEXT_WORDS = ['zap-login', 'zaplogin', 'whatsapp', 'admin'];

/** Why a password is not taken. */
export type PasswordFault = Extract<
  ReturnType<typeof judgePassword>,
  { ok: false }
>['error']['code'];

/** Why the address opens no form. */
export type SetupClosed =
  | { readonly code: 'setup_link_invalid' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type AdminSetupRefusal =
  SetupClosed | { readonly code: 'weak_password'; readonly why: PasswordFault };

export type AdminSetup = ReturnType<typeof createAdminSetup>;

/** Creates the first admin, by a one-time address that is shown only to the person who started the program. */
export function createAdminSetup(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly passwords: PasswordHasher;
  readonly limiter: RateLimiter;
  readonly publicUrl: string;
}) {
  const { store, clock, random, digests, passwords, limiter, publicUrl } = deps;

  async function check(token: string, address: string): Promise<Result<Uint8Array, SetupClosed>> {
    const tokenDigest = digests.token('admin-setup', token);
    if (await store.admins.setupLinkIsOpen(tokenDigest, clock.now())) return ok(tokenDigest);
    const verdict = await limitAddress(limiter, THROTTLES.setupPerIp, address);
    if (verdict.allowed) return fail({ code: 'setup_link_invalid' });
    return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
  }

  return {
    /** A new one-time address, valid 30 minutes, or null when an admin exists. Earlier ones end. */
    async announce(): Promise<string | null> {
      if (await store.admins.exists()) return null;
      const token = random.token();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + SETUP_LINK_LIFETIME_MS);
      const tokenDigest = digests.token('admin-setup', token);
      await store.admins.issueSetupLink({ tokenDigest, expiresAt, now });
      return `${publicUrl}/admin/setup/${token}`;
    },
    /** Whether the address still opens the form; changes nothing. */
    async peek(input: {
      readonly token: string;
      readonly address: string;
    }): Promise<Result<null, SetupClosed>> {
      const checked = await check(input.token, input.address);
      return checked.ok ? ok(null) : checked;
    },
    /** Creates the admin and uses the address up, in one step; a weak password leaves it open. */
    async setUp(input: {
      readonly token: string;
      readonly password: string;
      readonly address: string;
    }): Promise<Result<null, AdminSetupRefusal>> {
      const checked = await check(input.token, input.address);
      if (!checked.ok) return checked;
      const judged = judgePassword(input.password, { contextWords: CONTEXT_WORDS });
      if (!judged.ok) return fail({ code: 'weak_password', why: judged.error.code });
      const passwordHash = await passwords.hash(judged.value);
      const now = clock.now();
      const created = await store.transaction(async (tx) => {
        const admin = { id: random.id(), passwordHash, tokenDigest: checked.value, now };
        if (!(await tx.admins.createWithSetupLink(admin))) return false;
        tx.emit({ type: 'admin.created' });
        return true;
      });
      return created ? ok(null) : fail({ code: 'setup_link_invalid' });
    },
  };
}
