import { fail, ok, type Result } from '#src/domain/result.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import type { Origin, ProofOf, ProofRefusal } from '#src/app/proof/proof.js';
import { isFirstPasswordContested } from '#src/app/account/has-open-claim.js';
import {
  createLookUpLink,
  type LinkRefusal,
  type LinkVisit,
  type LookUpLinkDeps,
} from '../link/look-up-link.js';
import { choosePassword, storePassword, type WeakPassword } from './choose.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { PasswordHasher } from '#src/app/ports/crypto/password-hasher.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tables, Tx } from '#src/app/ports/tables/store.js';

interface Contested {
  readonly code: 'account_contested';
}
export type ResetByLinkRefusal = LinkRefusal | WeakPassword | Contested;
export type ResetByCodeRefusal = ProofRefusal | WeakPassword | Contested;

export type PasswordReset = ReturnType<typeof createPasswordReset>;

/**
 * A new password by what WhatsApp delivered: the link from the chat or a `reset` code. It opens no session;
 * every session ends, and codes and the password work again that too many failures had locked.
 */
export function createPasswordReset(
  deps: LookUpLinkDeps & {
    readonly random: Random;
    readonly passwords: PasswordHasher;
    readonly proofs: CheckProof;
    readonly copy: AccessCopy;
  },
) {
  const { store, clock, passwords, proofs } = deps;
  const { keyOf, find, preview } = createLookUpLink(deps, 'password_reset');

  async function keep(
    tx: Tx,
    { account, hash, now }: { account: Account; hash: string; now: Date },
  ): Promise<void> {
    await storePassword(deps, tx, {
      accountId: account.id,
      hash,
      ends: 'all',
      by: null,
      now,
    });
    await tx.accounts.clearFailures(account.id);
  }

  /** What speaks against this password for this account, once it is proven whose it is. */
  async function rejection(
    tables: Tables,
    { account, password }: { account: Account; password: string },
  ): Promise<WeakPassword | Contested | null> {
    if (await isFirstPasswordContested(tables, account.id)) return { code: 'account_contested' };
    const chosen = await choosePassword(tables, { account, password });
    return chosen.ok ? null : chosen.error;
  }

  /** Outside of any transaction: a hash waits its turn, and would keep a database connection from others meanwhile. */
  async function hashFor(
    accountId: string,
    password: string,
  ): Promise<Result<string, WeakPassword | Contested | { readonly code: 'challenge_expired' }>> {
    const account = await store.accounts.findById(accountId);
    if (account === null) return fail({ code: 'challenge_expired' });
    const refused = await rejection(store, { account, password });
    return refused === null ? ok(await passwords.hash(password)) : fail(refused);
  }

  return {
    /** Whether the page may ask for a password, and whose it would be; changes nothing (security case 24). */
    preview,

    /** A password that is refused does not use the link up. @returns whose password it is now */
    async byLink(
      input: LinkVisit & { readonly password: string },
    ): Promise<Result<{ readonly accountId: string }, ResetByLinkRefusal>> {
      const { token, password } = input;
      const link = await find(store, input);
      if (!link.ok) return link;
      const account = await store.accounts.findById(link.value.accountId);
      if (account?.status !== 'active') return fail({ code: 'link_invalid' });
      const refused = await rejection(store, { account, password });
      if (refused !== null) return fail(refused);
      const hash = await passwords.hash(password);
      return store.transaction(
        async (tx): Promise<Result<{ readonly accountId: string }, ResetByLinkRefusal>> => {
          const now = clock.now();
          // The account may have been claimed while the hash was made.
          if (await isFirstPasswordContested(tx, account.id))
            return fail({ code: 'account_contested' });
          const consumed = await tx.loginLinks.consume(keyOf(token), now);
          if (consumed === null) return fail({ code: 'link_used' });
          await keep(tx, { account, hash, now });
          return ok({ accountId: account.id });
        },
      );
    },

    /** The same with a code that was asked for in this browser. */
    async byCode(
      input: Origin & {
        readonly proof: ProofOf<'code'>;
        readonly password: string;
      },
    ): Promise<Result<null, ResetByCodeRefusal>> {
      const { proof, password, ...origin } = input;
      const done = await proofs.proveWith(
        { ...origin, subject: null, proof, purpose: 'reset' },
        {
          prepare: (accountId) => hashFor(accountId, password),
          work: (tx, { account, now, prepared: hash }) => keep(tx, { account, hash, now }),
          precheck: (tables, account) => rejection(tables, { account, password }),
        },
      );
      return done.ok ? ok(null) : done;
    },
  };
}
