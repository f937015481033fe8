import type { News, TurnScene } from './chat-scene.js';

/** Links, codes and approved pages that nobody has used yet (security case 32). */
export async function killWaysIn(
  { tables, now }: Pick<TurnScene, 'tables' | 'now'>,
  accountId: string,
): Promise<readonly News[]> {
  await tables.challenges.supersedeAll(accountId, now);
  await tables.loginLinks.supersedeAll(accountId, now);
  const requests = await tables.loginRequests.denyApproved(accountId, now);
  return requests.map((requestId) => ({ type: 'request_changed', requestId }) as const);
}
