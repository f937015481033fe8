import { maskPhone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { NUMBER_CHANGE_LIFETIME_MS, openSince, sendToNumber } from '../tell-number.js';
import { mayTryTaxId, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { NO_PHONE, DECOY_ACCOUNT } from '#src/app/shared/decoy-account.js';
import type { Account } from '#src/app/ports/tables/accounts.js';

export interface NumberChangeAsked {
  readonly type: 'numberChangeAsked';
  /** `asked` whether the CPF exists or not (security case 12). */
  readonly outcome: 'asked' | 'too_many_tries';
}

/**
 * "Mudei de número": the old number is asked in its own chat, and nothing happens unless it agrees (security case 47).
 * The same answer from the same statements whether the CPF exists or not (case 12).
 */
export async function askNumberChange(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { taxId }: { readonly taxId: TaxId },
): Promise<EffectResult<NumberChangeAsked>> {
  const { tx, now } = turn;
  if (!(await mayTryTaxId(turn, taxId))) {
    return resultOf({ type: 'numberChangeAsked', outcome: 'too_many_tries' });
  }
  const owner = await tx.accounts.findByTaxId(taxId);
  const mine = await tx.accounts.findByPhone(turn.phone ?? NO_PHONE);
  const old = await oldNumberChat(turn, owner);
  const contested = await isContested(tx, owner?.id ?? DECOY_ACCOUNT);
  const may =
    owner?.status === 'active' &&
    !contested &&
    turn.phone !== null &&
    mine === null &&
    old !== null;
  const expiresAt = new Date(now.getTime() + NUMBER_CHANGE_LIFETIME_MS);
  const phone = turn.phone ?? NO_PHONE;
  const accountId = may ? owner.id : null;
  const request = { id: deps.random.id(), accountId, phone, from: turn, expiresAt, now };
  const isFirst = await tx.numberChanges.ask(request);
  await sendToNumber(deps, turn, {
    chat: old,
    text: deps.copy.numberChangeAsked({ newPhoneMasked: maskPhone(phone) }),
    expiresAt,
    decoy: !(may && isFirst),
  });
  return resultOf({ type: 'numberChangeAsked', outcome: 'asked' });
}

async function oldNumberChat({ tx, now }: TurnContext, owner: Account | null) {
  const [number] = await tx.accounts.numbersOf(owner?.id ?? DECOY_ACCOUNT);
  return tx.conversations.openChat(number?.phone ?? NO_PHONE, openSince(now));
}
