import { sessionsRevoked, type News, type TurnScene } from './chat-scene.js';
import { killWaysIn } from './kill-ways-in.js';

/** Sessions, links, codes and whatever else is on its way die, and nothing new begins until somebody unblocks. */
export async function blockAccount(
  scene: Pick<TurnScene, 'tables' | 'now'>,
  accountId: string,
): Promise<readonly News[]> {
  const { tables, now } = scene;
  await tables.accounts.setStatus(accountId, 'blocked');
  const ended = await tables.sessions.revokeAll(accountId, 'blocked', now);
  await tables.numberChanges.drop(accountId, now);
  return [...sessionsRevoked(ended), ...(await killWaysIn(scene, accountId))];
}
