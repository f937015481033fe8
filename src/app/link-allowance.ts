import { MAX_CODES_PER_HOUR, RESEND_INTERVAL_MS } from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { LinkPurpose } from './ports/login-links.js';
import type { Tables } from './ports/store.js';

const HOUR_MS = 60 * 60_000;

/**
 * Whether another link for this purpose may be sent to the account now: one a minute, five an hour, as with codes
 * (security case 8), wherever they were asked for.
 * @returns seconds to wait when not
 */
export async function linkAllowance(
  tables: Pick<Tables, 'loginLinks'>,
  input: { readonly accountId: string; readonly purpose: LinkPurpose; readonly now: Date },
): Promise<Result<null, { readonly code: 'too_soon' | 'too_many'; readonly retryAfterS: number }>> {
  const { accountId, purpose, now } = input;
  const since = new Date(now.getTime() - HOUR_MS);
  const issued = await tables.loginLinks.issuedSince({ accountId, purpose, since });
  const { count, earliestAt, latestAt } = issued;
  if (earliestAt === null || latestAt === null) return ok(null);
  const secondsUntil = (at: Date, waitMs: number): number =>
    Math.ceil((at.getTime() + waitMs - now.getTime()) / 1000);
  const resendS = secondsUntil(latestAt, RESEND_INTERVAL_MS);
  if (resendS > 0) return fail({ code: 'too_soon', retryAfterS: resendS });
  if (count < MAX_CODES_PER_HOUR) return ok(null);
  return fail({ code: 'too_many', retryAfterS: secondsUntil(earliestAt, HOUR_MS) });
}
