import type { PersonName } from '#src/domain/person-name.js';
import { isFreshlyProven, senderStepUp } from '#src/domain/step-up.js';
import type { TaxId } from '#src/domain/tax-id.js';
import {
  actorOf,
  isSameSender,
  mayTryTaxId,
  numberOf,
  requiredActor,
  type ChatEffectsDeps,
  type TurnScene,
} from '../turn-context.js';
import { beginNumberWait, lookAtNumberWait } from '#src/app/account/number-wait.js';
import type { JudgedNumber, SeenNumber } from '#src/app/ports/tables/accounts.js';
import type { DialogueEvent, NumberWaitView } from '#src/app/ports/dialogue.js';

type Identified = Extract<DialogueEvent, { type: 'identified' }>;

/** Who writes? Being let in by the number alone is what keeps the number awake. */
export async function identify(deps: ChatEffectsDeps, scene: TurnScene): Promise<DialogueEvent> {
  const { registration, dormantDays } = deps;
  const noPhone = scene.phone === null ? (scene.noPhone ?? 'hidden') : null;
  const context = { noPhone, registration };
  const found = await numberOf(scene);
  if (found === null) return { type: 'identified', person: null, ...context };
  const stepUp = senderStepUp(found, { now: scene.now, dormantDays });
  if (stepUp === null) {
    // Another turn may have changed whom the number knows: then it is looked at again.
    if (!(await scene.tables.accounts.markSeen(seen(scene, found)))) return identify(deps, scene);
    return { type: 'identified', person: personOf(found, { stepUp, wait: null }), ...context };
  }
  if (stepUp === 'new_account') return newAccount(deps, scene, found);
  if (found.acquaintance === 'new_phone') await distrust(scene, found);
  return { type: 'identified', person: personOf(found, { stepUp, wait: null }), ...context };
}

/** Another WhatsApp account has the number: a wait whose time has come opens here. */
async function newAccount(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  found: JudgedNumber,
): Promise<DialogueEvent> {
  const { opened, view } = await lookAtNumberWait(deps, scene, found);
  if (opened) return identify(deps, scene);
  // The trusted chat is addressed by number, and the stranger's now: no code of a page may go there.
  if (scene.sender.lid !== null && found.inTrustedChat) await distrust(scene, found);
  const person = personOf(found, { stepUp: 'new_account', wait: view });
  return { type: 'identified', person, noPhone: null, registration: deps.registration };
}

async function distrust({ tables, now }: TurnScene, found: JudgedNumber): Promise<void> {
  if (found.identityChangedAt === null) await tables.accounts.markIdentityChanged(found.phone, now);
}

function personOf(
  found: JudgedNumber,
  {
    stepUp,
    wait,
  }: Pick<NonNullable<Identified['person']>, 'stepUp'> & {
    readonly wait: NumberWaitView | null;
  },
): Identified['person'] {
  const { name, status, deletionDueAt, nameDue } = found.account;
  const blocked = status === 'active' ? null : mayUnblock(found) ? 'owner' : 'team';
  return { name, stepUp, wait, blocked, deletionDueAt, nameDue };
}

/**
 * An owner's block ends in the chat that the account was proven with before it: by the same WhatsApp account on the same
 * phone, which the doubt about passwords, Google and browsers does not touch. Everybody else asks the team.
 */
function mayUnblock(found: JudgedNumber): boolean {
  return found.account.blockedBy === 'owner' && isSameSender(found);
}

function seen({ chat, sender, now }: TurnScene, found: JudgedNumber): SeenNumber {
  const { phone, memoryVersion } = found;
  return { phone, memoryVersion, chat, sender, now };
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
  const { tables, chat, phone, sender, now } = scene;
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
    from: { chat, sender },
    now,
  });
  return { type: 'registered', outcome: created.ok ? 'registered' : 'refused' };
}

/**
 * Step-up: whoever holds the number names the account's CPF. Three different ones a day. It does not open the account
 * to another WhatsApp account, and not to another phone while the account is blocked: the block may be about that.
 */
export async function proveTaxId(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  taxId: TaxId,
): Promise<DialogueEvent> {
  if (!(await mayTryTaxId(scene, taxId))) {
    return { type: 'taxIdProven', outcome: 'too_many_tries' };
  }
  const found = await numberOf(scene);
  const isRight = found?.account.taxId === taxId;
  if (!isRight || (found.account.status === 'blocked' && !mayUnblock(found))) {
    return { type: 'taxIdProven', outcome: 'wrong' };
  }
  if (found.acquaintance === 'new_account') {
    await beginNumberWait(deps, scene, found);
    return { type: 'taxIdProven', outcome: 'not_enough' };
  }
  if (!(await scene.tables.accounts.markProven(seen(scene, found)))) {
    return proveTaxId(deps, scene, taxId);
  }
  return { type: 'taxIdProven', outcome: 'right' };
}

/** @throws unless the CPF was proven in this chat a short while ago, and the block is one that this chat can end */
export async function unblock(scene: TurnScene): Promise<DialogueEvent> {
  const found = await numberOf(scene);
  if (found === null || !isFreshlyProven(found.provenAt, scene.now)) {
    throw new Error('the dialogue unblocked without a proof');
  }
  const { tables, now } = scene;
  const accountId = found.account.id;
  if (!mayUnblock(found) || !(await tables.accounts.unblock(accountId, 'owner'))) {
    throw new Error('the dialogue unblocked what somebody else blocked');
  }
  await tables.accounts.clearFailures(accountId);
  const act = { actor: 'owner', action: 'account_unblocked', detail: null } as const;
  await tables.audit.append({ ...act, accountId, now });
  return { type: 'unblocked' };
}

/** The name of whoever the account came to after a claim; at no other time. */
export async function rename(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  name: PersonName,
): Promise<DialogueEvent> {
  const { id, nameDue } = await requiredActor(deps, scene);
  if (nameDue) await scene.tables.accounts.rename(id, name);
  return { type: 'renamed' };
}
