import type { PersonName } from '#src/domain/person-name.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

export interface Registered {
  readonly type: 'registered';
  readonly outcome: 'registered' | 'refused';
}

/** Makes an account for the sender's number; refused where the CPF or the number has one, or where it is closed. */
export async function register(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  person: { readonly taxId: TaxId; readonly name: PersonName },
): Promise<EffectResult<Registered>> {
  const { tx, chat, phone, sender, now } = turn;
  if (deps.registration !== 'open' || phone === null) {
    return resultOf({ type: 'registered', outcome: 'refused' });
  }
  const created = await tx.accounts.create({
    id: deps.random.id(),
    numberId: deps.random.id(),
    taxId: person.taxId,
    name: person.name,
    phone,
    consentedAt: now,
    from: { chat, sender },
    now,
  });
  return resultOf({ type: 'registered', outcome: created.ok ? 'registered' : 'refused' });
}
