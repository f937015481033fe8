import { cancelDeletion, describeData, scheduleDeletion } from './effects/data.js';
import { callHuman } from './effects/hand-over.js';
import { checkTaxId, identify, proveTaxId, register, rename, unblock } from './effects/identity.js';
import { answerNotMe, refuseNumberChange } from './effects/refusals.js';
import { askNumberChange, claimTaxId, confirmNumberChange } from './effects/numbers.js';
import { answerRequest, denyRequest, openRequest } from './effects/requests.js';
import {
  actorOf,
  answered,
  holderOf,
  type ChatEffectsDeps,
  type EffectOutcome,
  type TurnScene,
} from './turn-context.js';
import { block, endAllSessions, endSession, listSessions } from './effects/security.js';
import { sendGoogleLink, sendGoogleUnlink, sendPasswordReset } from './effects/other-ways-in.js';
import type { DialogueEffect } from '../ports/dialogue.js';
import { sendAccess } from './effects/send-access.js';
import { reply } from '../delivery/bot-message.js';

/**
 * Carries out one effect of the dialogue inside the turn's transaction. Each effect guards itself: a dialogue that
 * forgets to identify, or to ask for a step-up, opens nothing.
 */
export async function carryOut(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  effect: DialogueEffect,
): Promise<EffectOutcome> {
  switch (effect.type) {
    case 'say':
      return { utterances: [reply(effect.text, scene.now)], answer: null, news: [] };
    case 'identify':
      return answered(await identify(deps, scene));
    case 'checkTaxId':
      return answered(await checkTaxId(deps, scene, effect.taxId));
    case 'register':
      return answered(await register(deps, scene, effect));
    case 'sendAccess':
      return access(deps, scene, effect);
    case 'sendGoogleLink':
      return sendGoogleLink(deps, scene);
    case 'sendGoogleUnlink':
      return sendGoogleUnlink(deps, scene);
    case 'sendPasswordReset':
      return sendPasswordReset(deps, scene);
    case 'killCode':
      return killCode(scene);
    case 'proveTaxId':
      return answered(await proveTaxId(deps, scene, effect.taxId));
    case 'openRequest':
      return openRequest(deps, scene, effect.code);
    case 'answerRequest':
      return answerRequest(deps, scene, effect.number);
    case 'denyRequest':
      return denyRequest(scene);
    case 'listSessions':
      return listSessions(deps, scene);
    case 'endSession':
      return endSession(deps, scene, effect.n);
    case 'endAllSessions':
      return endAllSessions(scene);
    case 'block':
      return block(scene);
    case 'unblock':
      return answered(await unblock(scene));
    case 'describeData':
      return answered(await describeData(deps, scene));
    case 'scheduleDeletion':
      return answered(await scheduleDeletion(deps, scene));
    case 'cancelDeletion':
      return answered(await cancelDeletion(deps, scene));
    case 'askNumberChange':
      return answered(await askNumberChange(deps, scene, effect.taxId));
    case 'confirmNumberChange':
      return confirmNumberChange(deps, scene);
    case 'refuseNumberChange':
      return answered(await refuseNumberChange(scene));
    case 'answerNotMe':
      return answered(await answerNotMe(scene));
    case 'rename':
      return answered(await rename(deps, scene, effect.name));
    case 'claimTaxId':
      return answered(await claimTaxId(deps, scene, effect.taxId));
    case 'callHuman':
      return answered(await callHuman(deps, scene));
  }
}

async function access(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  { greeting }: Extract<DialogueEffect, { type: 'sendAccess' }>,
): Promise<EffectOutcome> {
  const account = await actorOf(deps, scene);
  const sent = await sendAccess(deps, scene.tables, { account, greeting, now: scene.now });
  return { utterances: sent.utterances, answer: sent.event, news: [] };
}

/** Allowed at any time: it takes away and gives nothing. */
async function killCode(scene: TurnScene): Promise<EffectOutcome> {
  const found = await holderOf(scene);
  if (found !== null) {
    await scene.tables.messageLimits.chatCodeDied(found.account.id);
    await scene.tables.challenges.supersedeAll(found.account.id, scene.now);
  }
  return answered({ type: 'codeKilled' });
}
