import type { News } from '../shared/after-commit.js';
import type { Tables } from '../ports/tables/store.js';

/**
 * Links, codes and approved pages that nobody has used yet (security case 32). Browsers on their way back from Google
 * end with the session that sent them there. Browsers that were in before are strangers again, but that of the session
 * which goes on.
 */
export async function killWaysIn(
  { tables, now }: { readonly tables: Tables; readonly now: Date },
  accountId: string,
  but: { readonly sessionId: string } | null = null,
): Promise<readonly News[]> {
  // In this order everywhere: what is counted, then challenges.
  await tables.messageLimits.chatCodeDied(accountId);
  await tables.challenges.supersedeAll(accountId, now);
  await tables.loginLinks.supersedeAll(accountId, now);
  await tables.knownBrowsers.forget(accountId, but);
  const requests = await tables.loginRequests.denyApproved(accountId, now);
  return requests.map((requestId) => ({ type: 'request_changed', requestId }) as const);
}
