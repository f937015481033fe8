import type { TurnContext } from './turn-context.js';

/** What waits for TROCAR or NÃO of an account's chat: another number, or another WhatsApp account on the same number. */
export type StillAsked = 'number' | 'whatsapp';

/** @returns null where nothing waits */
export async function stillAsked(
  { tx, now }: Pick<TurnContext, 'tx' | 'now'>,
  accountId: string,
): Promise<StillAsked | null> {
  if (await tx.numberChanges.isAsked(accountId, now)) return 'number';
  return (await tx.numberWaits.open(accountId, now)) === null ? null : 'whatsapp';
}
