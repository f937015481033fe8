import type { PersonName } from '#src/domain/person-name.js';
import { isFreshlyProven, stepUpReason } from '#src/domain/step-up.js';
import type { TaxId } from '#src/domain/tax-id.js';
import {
  actorOf,
  mayTryTaxId,
  numberOf,
  type ChatEffectsDeps,
  type TurnScene,
} from './chat-scene.js';
import type { DialogueEvent } from './ports/dialogue.js';

/** Who writes? Being let in by the number alone is what keeps the number awake. */
export async function identify(deps: ChatEffectsDeps, scene: TurnScene): Promise<DialogueEvent> {
  const found = await numberOf(scene);
  const { registration, dormantDays } = deps;
  const context = { hasPhone: scene.phone !== null, registration };
  if (found === null) return { type: 'identified', person: null, ...context };
  const { account, phone } = found;
  const stepUp = stepUpReason(found, { now: scene.now, dormantDays });
  if (stepUp === null) await scene.tables.accounts.markSeen(phone, scene.now);
  const { name, status, deletionDueAt } = account;
  const person = { name, stepUp, blocked: status === 'blocked', deletionDueAt };
  return { type: 'identified', person, ...context };
}

export async function checkTaxId(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  taxId: TaxId,
): Promise<DialogueEvent> {
  if (!(await mayTryTaxId(scene, taxId))) {
    return { type: 'taxIdChecked', outcome: 'too_many_tries' };
  }
  const owner = await scene.tables.accounts.findByTaxId(taxId);
  const mine = await actorOf(deps, scene);
  const yours = owner !== null && owner.id === mine?.id;
  return { type: 'taxIdChecked', outcome: yours ? 'yours' : 'not_yours' };
}

export async function register(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  person: { readonly taxId: TaxId; readonly name: PersonName },
): Promise<DialogueEvent> {
  const { tables, phone, now } = scene;
  if (deps.registration !== 'open' || phone === null) {
    return { type: 'registered', outcome: 'refused' };
  }
  const created = await tables.accounts.create({
    id: deps.random.id(),
    numberId: deps.random.id(),
    taxId: person.taxId,
    name: person.name,
    phone,
    consentedAt: now,
    now,
  });
  return { type: 'registered', outcome: created.ok ? 'registered' : 'refused' };
}

/** Step-up: whoever holds the number names the account's CPF. Three different ones a day. */
export async function proveTaxId(scene: TurnScene, taxId: TaxId): Promise<DialogueEvent> {
  if (!(await mayTryTaxId(scene, taxId))) {
    return { type: 'taxIdProven', outcome: 'too_many_tries' };
  }
  const found = await numberOf(scene);
  if (found?.account.taxId !== taxId) return { type: 'taxIdProven', outcome: 'wrong' };
  await scene.tables.accounts.markProven(found.phone, scene.now);
  return { type: 'taxIdProven', outcome: 'right' };
}

/** @throws unless the CPF was proven in this chat a short while ago */
export async function unblock(scene: TurnScene): Promise<DialogueEvent> {
  const found = await numberOf(scene);
  if (found === null || !isFreshlyProven(found.provenAt, scene.now)) {
    throw new Error('the dialogue unblocked without a proof');
  }
  if (found.identityChangedAt !== null) throw new Error('the dialogue unblocked before a step-up');
  await scene.tables.accounts.setStatus(found.account.id, 'active');
  await scene.tables.accounts.clearFailures(found.account.id);
  return { type: 'unblocked' };
}
