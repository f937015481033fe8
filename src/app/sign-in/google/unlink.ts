import { fail, ok, type Result } from '#src/domain/result.js';
import { countWaysIn } from '#src/app/account/count-ways-in.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import type { Origin, Proof, ProofRefusal } from '#src/app/proof/proof.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tx } from '#src/app/ports/tables/store.js';
import { sessionsRevoked } from '#src/app/session/sessions-revoked.js';

/** `not_found`: no Google account is linked. `last_way_in`: nothing else would open the account. */
export type UnlinkRefusal = ProofRefusal | { readonly code: 'not_found' | 'last_way_in' };

export type GoogleUnlink = ReturnType<typeof createGoogleUnlink>;

/**
 * Takes Google away as a way in, with a password or a code of its own, and tells the owner in chat (security case 39).
 * Every other session ends: it may be Google's that is in the wrong hands. The `sub` stays with the account.
 */
export function createGoogleUnlink(deps: {
  readonly proofs: CheckProof;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { proofs, random, copy } = deps;

  async function rejection(tx: Tx, { id }: Account): Promise<UnlinkRefusal | null> {
    if ((await tx.googleIdentities.linkedTo(id)) === null) return { code: 'not_found' };
    const ways = await countWaysIn(tx, id);
    const others = ways.some(({ what, count, opens }) => opens && count > 0 && what !== 'google');
    return others ? null : { code: 'last_way_in' };
  }

  async function unlinkProven(
    tx: Tx,
    { claims, now }: { readonly claims: AccessClaims; readonly now: Date },
  ): Promise<Result<null, UnlinkRefusal>> {
    const { accountId, sessionId: id } = claims;
    if (!(await tx.googleIdentities.unlink(accountId, now))) return fail({ code: 'not_found' });
    tx.emit({ type: 'google.unlinked', accountId });
    const text = copy.googleUnlinked({ at: now });
    await tellOwner({ random }, tx, { accountId, topic: 'google_unlinked', text, now });
    sessionsRevoked(
      tx,
      accountId,
      await tx.sessions.revokeOthers({ id, accountId }, 'way_changed', now),
    );
    return ok(null);
  }

  return async function googleUnlink(
    input: Origin & { readonly claims: AccessClaims; readonly proof: Proof },
  ): Promise<Result<null, UnlinkRefusal>> {
    const { claims, proof, ...origin } = input;
    const subject = { accountId: claims.accountId };
    const proven = await proofs.prove(
      { ...origin, subject, proof, purpose: 'unlink' },
      (tx, { now }) => unlinkProven(tx, { claims, now }),
      rejection,
    );
    return proven.ok ? proven.value : proven;
  };
}
