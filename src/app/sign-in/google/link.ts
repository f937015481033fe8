import { MAX_LINK_TRIES } from '#src/domain/google-link.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import type { Origin, ProofOf, ProofRefusal } from '#src/app/proof/proof.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import type { GoogleDeps, GoogleRefusal } from './deps.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type {
  PendingGoogleLink,
  PendingLinkKey,
} from '#src/app/ports/tables/pending-google-links.js';
import type { Tx } from '#src/app/ports/tables/store.js';
import type { SignedIn } from '#src/app/session/start-session.js';

/** `google_link_expired`: over, used, tried out, or another browser's; "Acessar com Google" starts anew. */
export type LinkRefusal =
  | ProofRefusal
  | { readonly code: 'google_link_expired' }
  | Extract<GoogleRefusal, { code: 'account_contested' | 'conflict' }>;

/** A pending link as a request names it. */
export interface LinkName {
  readonly linkId: string;
  readonly browserToken: string | null;
}

/** With a code the code itself says whose it is. */
export type LinkProof =
  | { readonly taxId: TaxId; readonly proof: ProofOf<'password'> }
  | { readonly taxId: null; readonly proof: ProofOf<'code'> };

export type GoogleLink = ReturnType<typeof createGoogleLink>;

/**
 * "Confirme seu CPF": a person whom Google identified proves a CPF by password or code and is linked with it for good.
 * The `sub` comes from the pending link on this side, never from the request (security case 40).
 */
export function createGoogleLink(
  deps: Omit<GoogleDeps, 'google' | 'limiter'> & {
    readonly proofs: CheckProof;
    readonly copy: AccessCopy;
  },
) {
  const { store, clock, random, digests, startSession, proofs, copy } = deps;

  function keyOf({ linkId, browserToken }: LinkName): PendingLinkKey | null {
    if (browserToken === null) return null;
    return { id: linkId, bindingDigest: digests.token('browser', browserToken), now: clock.now() };
  }

  /** Asked before the proof is used up, and only after a right proof, so that strangers get no information. */
  async function rejection(tx: Tx, account: Account): Promise<LinkRefusal | null> {
    return (await isContested(tx, account.id)) ? { code: 'account_contested' } : null;
  }

  async function linkProven(
    tx: Tx,
    input: {
      readonly key: PendingLinkKey;
      readonly pending: PendingGoogleLink;
      readonly accountId: string;
      readonly userAgent: string;
      readonly now: Date;
    },
  ): Promise<Result<SignedIn, LinkRefusal>> {
    const { key, pending, accountId, userAgent, now } = input;
    if (!(await tx.pendingGoogleLinks.consume({ ...key, now }))) {
      return fail({ code: 'google_link_expired' });
    }
    const { sub, email } = pending.profile;
    const identity = { id: random.id(), accountId, sub, email, now };
    const linked = await tx.googleIdentities.link(identity);
    if (!linked.ok) return fail({ code: 'conflict', of: linked.error.code });
    if (linked.value.isNew) tx.emit({ type: 'google.linked', accountId });
    const text = copy.googleLinked({ at: now });
    await tellOwner({ random }, tx, { accountId, topic: 'google', text, now });
    return ok(await startSession(tx, { accountId, method: 'google', userAgent, now }));
  }

  return {
    /** What the page shows; counts nothing. null when the link is not open (any more). */
    async show(name: LinkName): Promise<PendingGoogleLink | null> {
      const key = keyOf(name);
      return key === null ? null : store.pendingGoogleLinks.find(key);
    },
    /** "Cancelar": the link can be used no more. */
    async cancel(name: LinkName): Promise<void> {
      const key = keyOf(name);
      if (key !== null) await store.pendingGoogleLinks.consume(key);
    },
    /** Five tries a link, whatever is wrong with them; the counters of the proof come on top. */
    async link(
      input: LinkName & LinkProof & Origin & { readonly userAgent: string },
    ): Promise<Result<SignedIn & { readonly next: string | null }, LinkRefusal>> {
      const { browserToken, known, taxId, proof, userAgent, address } = input;
      const key = keyOf(input);
      const tried = key && { ...key, limit: MAX_LINK_TRIES };
      const pending = tried && (await store.pendingGoogleLinks.takeTry(tried));
      if (key === null || pending === null) return fail({ code: 'google_link_expired' });
      const subject = taxId === null ? null : { taxId };
      const proven = await proofs.prove(
        { subject, proof, purpose: 'link', browserToken, known, address },
        (tx, { account, now }) =>
          linkProven(tx, { key, pending, accountId: account.id, userAgent, now }),
        rejection,
      );
      if (!proven.ok) return proven;
      if (!proven.value.ok) return proven.value;
      return ok({ ...proven.value.value, next: pending.next });
    },
  };
}
