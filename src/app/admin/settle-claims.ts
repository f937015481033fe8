import type { Reason } from '#src/domain/audit-event.js';
import type { Jid } from '#src/domain/jid.js';
import { maskPhone } from '#src/domain/phone.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { maskTaxId } from '#src/domain/tax-id.js';
import { sessionsRevoked } from '../session/sessions-revoked.js';
import { handOverAccount } from '../account/hand-over.js';
import { countWaysIn, type WaysInCount } from '../account/count-ways-in.js';
import { revokePendingSignIns } from '../account/revoke-pending-sign-ins.js';
import { OPEN_CHAT_MS } from '../shared/decoy-account.js';
import type { Claim, ClaimOutcome } from '../ports/tables/claims.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { Store, Tx } from '../ports/tables/store.js';

/** More than an admin settles at once; the oldest come first. */
const CLAIMS_SHOWN = 50;
const NOTICE_LIFETIME_MS = 24 * 60 * 60_000;

/** What an admin sees of a claim before settling it. */
export interface ClaimView {
  readonly id: string;
  readonly taxIdMasked: string;
  readonly accountSince: Date;
  readonly waysIn: WaysInCount;
  readonly askedAt: Date;
  /** null: WhatsApp did not say which number it was, so that the claim can only be rejected. */
  readonly phoneMasked: string | null;
  /** Made soon after a rejection, or beyond three at once: it has no effect until it is allowed. */
  readonly held: boolean;
}

/** `allowed`: a held claim contests the account from now on, and still waits to be settled. */
export type ClaimDecision = ClaimOutcome | 'allowed';

export interface SettleRefusal {
  /** `not_found`: settled in the meantime. The others: the claimant's number cannot take the account over. */
  readonly code: 'not_found' | 'number_unknown' | 'number_taken';
}

type Settled = Result<null, SettleRefusal>;

export type SettleClaims = ReturnType<typeof createSettleClaims>;

/** "This CPF is mine": what the admin does about it (security case 38). */
export function createSettleClaims(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { store, clock, random, copy } = deps;

  async function view(claim: Claim): Promise<ClaimView | null> {
    const { id, accountId, askedAt, phone, held } = claim;
    const account = await store.accounts.findById(accountId);
    if (account === null) return null;
    return {
      id,
      taxIdMasked: maskTaxId(account.taxId),
      accountSince: account.createdAt,
      waysIn: await countWaysIn(store, accountId),
      ...{ askedAt, held },
      phoneMasked: phone === null ? null : maskPhone(phone),
    };
  }

  async function tell(
    tx: Tx,
    { chats, text, now }: { chats: readonly Jid[]; text: string; now: Date },
  ): Promise<void> {
    const expiresAt = new Date(now.getTime() + NOTICE_LIFETIME_MS);
    const notice = { kind: 'notice', text, expiresAt, solicited: false } as const;
    const messages = chats.map((chat) => ({ ...notice, chat, messageId: random.messageId() }));
    await tx.outbox.enqueue(messages, now);
  }

  /** The chats of the numbers that open the account at this moment. */
  async function chatsOf(tx: Tx, accountId: string, now: Date): Promise<readonly Jid[]> {
    const since = new Date(now.getTime() - OPEN_CHAT_MS);
    const chats: Jid[] = [];
    for (const { phone } of await tx.accounts.numbersOf(accountId)) {
      const chat = await tx.conversations.openChat(phone, since);
      if (chat !== null) chats.push(chat);
    }
    return chats;
  }

  /** Security case 38: nothing that the previous holder set up gives access to the account any more. */
  async function uphold(tx: Tx, { accountId, chat, phone }: Claim, now: Date): Promise<Settled> {
    if (phone === null) return fail({ code: 'number_unknown' });
    const losers = await chatsOf(tx, accountId, now);
    const to = { accountId, numberId: random.id(), phone, chat, now };
    const handedOver = await handOverAccount(tx, to);
    if (handedOver === null) return fail({ code: 'number_taken' });
    await revokePendingSignIns({ tx, now }, accountId);
    await tell(tx, { chats: losers, text: copy.claimLost(), now });
    await tell(tx, { chats: [chat], text: copy.claimUpheld(), now });
    sessionsRevoked(tx, accountId, handedOver.sessionIds);
    return ok(null);
  }

  async function reject(tx: Tx, { chat }: Claim, now: Date): Promise<Settled> {
    await tell(tx, { chats: [chat], text: copy.claimRejected(), now });
    return ok(null);
  }

  async function allow(tx: Tx, { id }: Claim): Promise<Settled> {
    return (await tx.claims.allow(id)) ? ok(null) : fail({ code: 'not_found' });
  }

  return {
    /** Claims on existing accounts, the oldest first. */
    async list(): Promise<readonly ClaimView[]> {
      const views: ClaimView[] = [];
      for (const claim of await store.claims.open(CLAIMS_SHOWN)) {
        const one = await view(claim);
        if (one !== null) views.push(one);
      }
      return views;
    },
    /** Settles or allows a claim, once, in one transaction with everything that follows from it. */
    async settle(input: {
      readonly id: string;
      readonly outcome: ClaimDecision;
      readonly reason: Reason;
    }): Promise<Result<null, SettleRefusal>> {
      const { id, outcome, reason } = input;
      const now = clock.now();
      return store.transaction(async (tx): Promise<Settled> => {
        const claim = await tx.claims.lockOpen(id);
        if (claim === null) return fail({ code: 'not_found' });
        const follow = { upheld: uphold, rejected: reject, allowed: allow }[outcome];
        // A refusal comes before anything was changed.
        const followed = await follow(tx, claim, now);
        if (!followed.ok) return followed;
        if (outcome !== 'allowed') await tx.claims.settle({ id, outcome, now });
        tx.emit({ type: `claim.${outcome}`, accountId: claim.accountId, reason });
        return ok(null);
      });
    },
  };
}
