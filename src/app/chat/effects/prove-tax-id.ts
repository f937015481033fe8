import type { TaxId } from '#src/domain/tax-id.js';
import { mayUnblock } from '../own-block.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import {
  mayTryTaxId,
  numberOf,
  seenNumber,
  type ChatEffectsDeps,
  type TurnContext,
} from '../turn-context.js';
import { beginNumberWait } from '#src/app/account/number-wait.js';

export interface TaxIdProven {
  readonly type: 'taxIdProven';
  /** `not_enough`: it is right, and one more proof is needed (docs/decisions/0011). */
  readonly outcome: 'right' | 'not_enough' | 'wrong' | 'too_many_tries';
}

/**
 * Step-up: the holder of the number names the account's CPF, three different ones a day. It does not open the account to
 * another WhatsApp account, and not to another phone while the account is blocked: the block may be about that.
 */
export async function proveTaxId(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { taxId }: { readonly taxId: TaxId },
): Promise<EffectResult<TaxIdProven>> {
  const type = 'taxIdProven' as const;
  if (!(await mayTryTaxId(turn, taxId))) return resultOf({ type, outcome: 'too_many_tries' });
  const found = await numberOf(turn);
  const isRight = found?.account.taxId === taxId;
  if (!isRight || (found.account.status === 'blocked' && !mayUnblock(found))) {
    return resultOf({ type, outcome: 'wrong' });
  }
  if (found.acquaintance === 'new_account') {
    await beginNumberWait(deps, turn, found);
    return resultOf({ type, outcome: 'not_enough' });
  }
  // Another turn may have changed whom the number knows: then it is looked at again.
  if (!(await turn.tx.accounts.markProven(seenNumber(turn, found)))) {
    return proveTaxId(deps, turn, { taxId });
  }
  return resultOf({ type, outcome: 'right' });
}
