import { maskPhone } from '#src/domain/phone.js';
import { deletionDueAt } from '#src/domain/deletion.js';
import { maskTaxId } from '#src/domain/tax-id.js';
import { requiredActor, type ChatEffectsDeps, type TurnScene } from '../turn-context.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';

/** Where the web edge serves the export to a signed-in person. */
export const EXPORT_PATH = '/account/data.json';

/** What is stored, masked, and a one-time address of all of it (LGPD art. 18 II, V and art. 19). */
export async function describeData(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<DialogueEvent> {
  const { tables, now } = scene;
  const account = await requiredActor(deps, scene);
  const numbers = await tables.accounts.numbersOf(account.id);
  const sessions = await tables.sessions.listActive(account.id, now);
  const target = { accountId: account.id, next: EXPORT_PATH, now };
  const { url } = await issueLoginLink(deps, tables, target);
  return {
    type: 'dataDescribed',
    name: account.name,
    taxIdMasked: maskTaxId(account.taxId),
    phones: numbers.map(({ phone }) => maskPhone(phone)),
    since: account.createdAt,
    sessions: sessions.length,
    exportUrl: url,
  };
}

/** Everything goes after seven days (LGPD art. 18 VI); asking again does not start them anew. */
export async function scheduleDeletion(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<DialogueEvent> {
  const { id, deletionDueAt: known } = await requiredActor(deps, scene);
  const dueAt = known ?? deletionDueAt(scene.now);
  await scene.tables.accounts.scheduleDeletion(id, dueAt);
  return { type: 'deletionScheduled', dueAt };
}

export async function cancelDeletion(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<DialogueEvent> {
  const { id } = await requiredActor(deps, scene);
  await scene.tables.accounts.scheduleDeletion(id, null);
  await scene.tables.ownerNotices.drop(id, 'deletion');
  return { type: 'deletionCancelled' };
}
