import type { TaxId } from '#src/domain/tax-id.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { holderOf, mayTryTaxId, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** "Este CPF é meu": recorded for the admin, who settles it. The outcome is the same whether the CPF exists or not. */
export async function claimTaxId(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { taxId }: { readonly taxId: TaxId },
): Promise<EffectResult<{ readonly type: 'claimRecorded' }>> {
  const { tx, chat, phone, now } = turn;
  const allowed = await mayTryTaxId(turn, taxId);
  const owner = await tx.accounts.findByTaxId(taxId);
  // Another WhatsApp account on the number may be the owner's new one: the admin looks at it.
  const mine = await holderOf(turn);
  if (allowed && owner?.id !== mine?.account.id) {
    const accountId = owner?.id ?? null;
    await tx.claims.record({ id: deps.random.id(), accountId, taxId, chat, phone, now });
  }
  return resultOf({ type: 'claimRecorded' });
}
