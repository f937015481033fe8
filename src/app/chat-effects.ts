import type { Jid } from '#src/domain/jid.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { Account } from './ports/accounts.js';
import type { DialogueEffect, DialogueEvent } from './ports/dialogue.js';
import type { Tables } from './ports/store.js';
import { sendAccess, type SendAccessDeps } from './send-access.js';
import { reply, type Utterance } from './utterance.js';

export interface ChatEffectsDeps extends SendAccessDeps {
  readonly registration: 'open' | 'closed';
}

/** Whose turn it is: the chat, the number WhatsApp vouches for, and the moment. */
export interface TurnScene {
  readonly tables: Tables;
  readonly chat: Jid;
  readonly phone: Phone | null;
  readonly now: Date;
}

/** What carrying out an effect led to: things to say, and the answer the dialogue waits for, if any. */
export interface EffectOutcome {
  readonly utterances: readonly Utterance[];
  readonly answer: DialogueEvent | null;
}

/** Carries out one effect of the dialogue inside the turn's transaction. */
export async function carryOut(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  effect: DialogueEffect,
): Promise<EffectOutcome> {
  switch (effect.type) {
    case 'say':
      return { utterances: [reply(effect.text, scene.now)], answer: null };
    case 'identify':
      return answered(await identify(deps, scene));
    case 'checkTaxId':
      return answered(await checkTaxId(scene, effect.taxId));
    case 'register':
      return answered(await register(deps, scene, effect));
    case 'sendAccess': {
      const account = await accountOf(scene);
      const { greeting } = effect;
      const sent = await sendAccess(deps, scene.tables, { account, greeting, now: scene.now });
      return { utterances: sent.utterances, answer: sent.event };
    }
    case 'killCode':
      return answered(await killCode(scene));
  }
}

function answered(answer: DialogueEvent): EffectOutcome {
  return { utterances: [], answer };
}

/** The account this chat's number opens. The number is WhatsApp's word, never the sender's (case 14). */
async function accountOf({ tables, phone }: TurnScene): Promise<Account | null> {
  if (phone === null) return null;
  const found = await tables.accounts.findByPhone(phone);
  return found?.account ?? null;
}

async function identify(deps: ChatEffectsDeps, scene: TurnScene): Promise<DialogueEvent> {
  const account = await accountOf(scene);
  if (account !== null && scene.phone !== null) {
    await scene.tables.accounts.markSeen(scene.phone, scene.now);
  }
  return {
    type: 'identified',
    person: account === null ? null : { name: account.name },
    hasPhone: scene.phone !== null,
    registration: deps.registration,
  };
}

async function checkTaxId(scene: TurnScene, taxId: TaxId): Promise<DialogueEvent> {
  const { tables, chat, now } = scene;
  const { limit, windowMs } = THROTTLES.taxIdsPerChat;
  const since = new Date(now.getTime() - windowMs);
  const tries = await tables.conversations.countTaxIdTry({ chat, taxId, since, now });
  if (tries > limit) return { type: 'taxIdChecked', outcome: 'too_many_tries' };
  const owner = await tables.accounts.findByTaxId(taxId);
  const mine = await accountOf(scene);
  const yours = owner !== null && owner.id === mine?.id;
  return { type: 'taxIdChecked', outcome: yours ? 'yours' : 'not_yours' };
}

async function register(
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

async function killCode(scene: TurnScene): Promise<DialogueEvent> {
  const account = await accountOf(scene);
  if (account !== null) await scene.tables.challenges.supersedeAll(account.id, scene.now);
  return { type: 'codeKilled' };
}
