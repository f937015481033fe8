import { holderOf, type TurnContext } from './turn-context.js';

/**
 * Refuses what others ask of the account in this chat: another number, or another WhatsApp account on its number. A phone
 * that is not proven yet may refuse as well: it takes away and gives nothing.
 * @returns whether there was anything to refuse
 */
export async function refuseRequests(turn: TurnContext): Promise<boolean> {
  const found = await holderOf(turn);
  if (found === null) return false;
  const { tx, now } = turn;
  const accountId = found.account.id;
  const change = await tx.numberChanges.refuse(accountId, now);
  const wait = await tx.numberWaits.refuse(accountId, now);
  await tx.ownerNotices.drop(accountId, 'number_wait');
  return change || wait;
}
