import { holderOf, type TurnScene } from '../turn-context.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import type { Tables } from '#src/app/ports/tables/store.js';

/** NÃO, where the account is known: whoever wants its number changed, or waits on its number, gets nothing. */
export async function refuseNumberChange(scene: TurnScene): Promise<DialogueEvent> {
  const refused = await refuseWishes(scene);
  return { type: 'numberChangeRefused', outcome: refused ? 'refused' : 'nothing_asked' };
}

/** "Não fui eu": after an alert it is clear what that means; a wish is refused by it; else it has to be asked. */
export async function answerNotMe(scene: TurnScene): Promise<DialogueEvent> {
  const { tables, chat } = scene;
  if (await refuseWishes(scene)) return { type: 'notMeAnswered', outcome: 'refused' };
  const last = await tables.outbox.lastKind(chat);
  return { type: 'notMeAnswered', outcome: last === 'alert' ? 'alert' : 'nothing' };
}

/** A phone that is not proven yet may refuse as well: it takes away and gives nothing. */
async function refuseWishes(scene: TurnScene): Promise<boolean> {
  const found = await holderOf(scene);
  if (found === null) return false;
  const { tables, now } = scene;
  return refuseAll(tables, { accountId: found.account.id, now });
}

/** @returns whether anybody wanted something */
async function refuseAll(
  tables: Tables,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const change = await tables.numberChanges.refuse(accountId, now);
  const wait = await tables.numberWaits.refuse(accountId, now);
  await tables.ownerNotices.drop(accountId, 'number_wait');
  return change || wait;
}
