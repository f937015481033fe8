import type { News, TurnScene } from './chat-scene.js';

/**
 * Links, codes, approved pages that nobody has used yet, and browsers on their way back from Google that a link from
 * the chat sent there (security case 32). Those that a session sent end with the session.
 */
export async function killWaysIn(
  { tables, now }: Pick<TurnScene, 'tables' | 'now'>,
  accountId: string,
): Promise<readonly News[]> {
  await tables.challenges.supersedeAll(accountId, now);
  await tables.loginLinks.supersedeAll(accountId, now);
  await tables.googleSignIns.dropFromChat(accountId);
  const requests = await tables.loginRequests.denyApproved(accountId, now);
  return requests.map((requestId) => ({ type: 'request_changed', requestId }) as const);
}
