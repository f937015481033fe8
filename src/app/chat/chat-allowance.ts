import { secondsUntil } from '#src/domain/allowance.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { ChatMessagePurpose } from '../ports/tables/message-limits.js';
import type { Random } from '../ports/random.js';
import type { Tables } from '../ports/tables/store.js';

/**
 * Whether what the person asks for in the chat may be sent now, and counts it (security case 8): an allowance apart from
 * the one of pages, so that requests by strangers do not use up those of the person who writes
 * from the number. In the turn's transaction.
 * @returns seconds to wait when not
 */
export async function chatAllowance(
  { random }: { readonly random: Random },
  tables: Pick<Tables, 'messageLimits'>,
  input: {
    readonly taxId: TaxId;
    readonly purpose: ChatMessagePurpose;
    readonly now: Date;
    /** Never refused, only counted: what the chat's own pace limits enough. */
    readonly countOnly?: boolean;
  },
): Promise<Result<null, { readonly code: 'too_soon' | 'too_many'; readonly retryAfterS: number }>> {
  const { countOnly = false, ...asked } = input;
  const id = random.id();
  const verdict = await tables.messageLimits.askInChat({ ...asked, id, countOnly });
  if (verdict.ok) return ok(null);
  const { code, nextAt } = verdict;
  return fail({ code, retryAfterS: secondsUntil(nextAt, input.now) });
}
