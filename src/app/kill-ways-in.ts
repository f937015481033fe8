import type { News, TurnScene } from './chat-scene.js';

/**
 * Links, codes, approved pages that nobody has used yet, and browsers on their way back from Google that a link from
 * the chat sent there (security case 32). Those that a session sent end with the session. Browsers that were in before
 * are strangers again, but that of the session which goes on.
 */
export async function killWaysIn(
  { tables, now }: Pick<TurnScene, 'tables' | 'now'>,
  accountId: string,
  but: { readonly sessionId: string } | null = null,
): Promise<readonly News[]> {
  // In this order everywhere: what is counted, then challenges.
  await tables.messageLimits.chatCodeDied(accountId);
  await tables.challenges.supersedeAll(accountId, now);
  await tables.loginLinks.supersedeAll(accountId, now);
  await tables.knownBrowsers.forget(accountId, but);
  await tables.googleSignIns.dropFromChat(accountId);
  const requests = await tables.loginRequests.denyApproved(accountId, now);
  return requests.map((requestId) => ({ type: 'request_changed', requestId }) as const);
}
