import { secondsUntil } from '#src/domain/allowance.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { Origin } from '#src/app/proof/proof.js';
import { issueLink, type IssueLinkDeps } from '../link/issue-link.js';
import type { LimitPages } from '#src/app/proof/limit-pages.js';
import { decoyChat } from '#src/app/shared/decoy-account.js';
import { openSince, trustedChat } from '#src/app/delivery/notify-owner.js';
import { pageDelay } from '#src/app/delivery/page-delay.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Store, Tx } from '#src/app/ports/tables/store.js';

export type ResetRequestRefusal =
  | { readonly code: 'channel_down' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type RequestPasswordReset = ReturnType<typeof createRequestPasswordReset>;

/**
 * "Esqueceu a senha?": the link to a new one goes into the chat that the owner opened, never to a number built from
 * digits. Known, unknown, blocked and chat-less CPFs get the same answer from the same statements (case 13), and
 * share their limits with codes (case 8).
 */
export function createRequestPasswordReset(
  deps: IssueLinkDeps & {
    readonly store: Store;
    readonly clock: Clock;
    readonly limitPages: LimitPages;
    readonly board: ChannelBoard;
    readonly copy: AccessCopy;
    /** Days without a message after which the number alone is no longer a proof of identity. */
    readonly dormantDays: number;
  },
) {
  const { store, clock, random, limitPages, board, copy, dormantDays } = deps;

  /** @returns seconds to wait when pages asked for too much for this CPF, known or not; else 0 */
  async function send(tables: Tx, { taxId, now }: { taxId: TaxId; now: Date }): Promise<number> {
    const found = await tables.accounts.findWithChats({ taxId }, openSince(now));
    const reached = found?.account.status === 'active' ? found : null;
    const accountId = reached?.account.id ?? null;
    const chat = trustedChat(reached?.numbers ?? [], { now, dormantDays });
    const sendable = accountId !== null && chat !== null;
    const id = random.id();
    const verdict = await tables.messageLimits.askFromPage({ id, taxId, sendable, now });
    if (!verdict.granted) return secondsUntil(verdict.nextAt, now);
    const sent = verdict.sent && sendable;
    const link = await issueLink(deps, tables, {
      ...(sent ? { accountId } : { accountId: null, decoyOf: taxId }),
      purpose: 'password_reset',
      now,
    });
    const message = {
      chat: sent ? chat : decoyChat(random),
      kind: 'link',
      messageId: random.messageId(),
      text: copy.passwordReset({ url: link.url }),
      solicited: false,
      expiresAt: link.expiresAt,
      decoy: !sent,
      delayMs: pageDelay(random),
    } as const;
    await tables.outbox.enqueue([message], now);
    return 0;
  }

  return async function requestPasswordReset(
    input: Pick<Origin, 'known' | 'address'> & { readonly taxId: TaxId },
  ): Promise<Result<null, ResetRequestRefusal>> {
    const status = await board.current();
    if (status.state !== 'open' || status.heldUntil !== null) return fail({ code: 'channel_down' });
    const { taxId, known, address } = input;
    const flood = await limitPages({ subject: { taxId }, known, address });
    if (flood > 0) return fail({ code: 'too_many_requests', retryAfterS: flood });
    const now = clock.now();
    const retryAfterS = await store.transaction((tables) => send(tables, { taxId, now }));
    if (retryAfterS > 0) return fail({ code: 'too_many_requests', retryAfterS });
    return ok(null);
  };
}
