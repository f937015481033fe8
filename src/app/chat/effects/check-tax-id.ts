import type { TaxId } from '#src/domain/tax-id.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, mayTryTaxId, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface TaxIdChecked {
  readonly type: 'taxIdChecked';
  /** A CPF of another account is not told apart from an unknown one (security case 12). */
  readonly outcome: 'yours' | 'not_yours' | 'too_many_tries';
}

/** Whether the CPF is that of the account this chat may act for. */
export async function checkTaxId(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { taxId }: { readonly taxId: TaxId },
): Promise<EffectResult<TaxIdChecked>> {
  if (!(await mayTryTaxId(turn, taxId))) {
    return resultOf({ type: 'taxIdChecked', outcome: 'too_many_tries' });
  }
  const owner = await turn.tx.accounts.findByTaxId(taxId);
  const mine = await actorOf(deps, turn);
  const yours = owner !== null && owner.id === mine?.id;
  return resultOf({ type: 'taxIdChecked', outcome: yours ? 'yours' : 'not_yours' });
}
