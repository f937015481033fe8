import type { PersonName } from '#src/domain/person-name.js';
import { giveName } from '../../account/own-name.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** The name of the person the account came to by a claim; at no other time. */
export async function rename(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { name }: { readonly name: PersonName },
): Promise<EffectResult<{ readonly type: 'renamed' }>> {
  const { id, nameDue } = await requiredActor(deps, turn);
  if (nameDue) await giveName(turn.tx, { accountId: id, name });
  return resultOf({ type: 'renamed' });
}
