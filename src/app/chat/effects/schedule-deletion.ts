import { deletionDueAt } from '#src/domain/deletion.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface DeletionScheduled {
  readonly type: 'deletionScheduled';
  readonly dueAt: Date;
}

/** Deletes everything after seven days (LGPD art. 18 VI); asking again does not start them anew. */
export async function scheduleDeletion(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<DeletionScheduled>> {
  const { id, deletionDueAt: known } = await requiredActor(deps, turn);
  const dueAt = known ?? deletionDueAt(turn.now);
  await turn.tx.accounts.scheduleDeletion(id, dueAt);
  if (known === null) turn.tx.emit({ type: 'deletion.asked', accountId: id });
  return resultOf({ type: 'deletionScheduled', dueAt });
}
