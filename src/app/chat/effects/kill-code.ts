import { resultOf, type EffectResult } from '../effect-result.js';
import { holderOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** A code was pasted into the chat: the account's open codes die. Allowed at any time: it gives nothing. */
export async function killCode(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<{ readonly type: 'codeKilled' }>> {
  const found = await holderOf(turn);
  if (found !== null) {
    await turn.tx.messageLimits.chatCodeDied(found.account.id);
    await turn.tx.challenges.supersedeAll(found.account.id, turn.now);
  }
  return resultOf({ type: 'codeKilled' });
}
