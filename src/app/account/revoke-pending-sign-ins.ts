import type { News } from '../shared/after-commit.js';
import type { Tables } from '../ports/tables/store.js';
import { SIGN_IN_METHODS } from '../sign-in/methods.js';

/**
 * Ends what was begun to sign in and not ended: codes, links, approved pages, browsers at Google (security case 32).
 * Browsers that were in before are strangers again. `keeps` is the session that goes on, with its browser and what it
 * has begun. In the caller's transaction.
 * @returns what to publish after the commit
 */
export async function revokePendingSignIns(
  { tables, now }: { readonly tables: Tables; readonly now: Date },
  accountId: string,
  keeps: { readonly sessionId: string } | null = null,
): Promise<readonly News[]> {
  const news: News[] = [];
  for (const method of SIGN_IN_METHODS) {
    news.push(...(await method.revoke(tables, { accountId, keeps, now })));
  }
  await tables.knownBrowsers.forget(accountId, keeps);
  return news;
}
