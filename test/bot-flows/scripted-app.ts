import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { ChatDialogue, Effect, Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';
import { maskPhone, type Phone } from '#src/domain/phone.js';
import { maskOwnTaxId } from '#src/domain/tax-id.js';
import { effectName } from '#src/dev/chat/effect-name.js';
import { aboutRequest } from './scripted-requests.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { SAO_PAULO } from '../support/time-zone.js';
import { aboutSessions } from './scripted-sessions.js';
import { numberChangeRecalled, yesAnswered } from './scripted-yes.js';
import { linkOfOtherWay, sendOtherWay } from './scripted-ways.js';
import { IN_A_WEEK, NEW_PHONE_MASKED, NOW, TAX_ID, type World } from './scripted-world.js';

/** What a turn led to, in order: effects by name, and everything the person reads. */
export interface Turn {
  readonly snapshot: DialogueSnapshot;
  readonly happened: readonly { readonly kind: 'effect' | 'said'; readonly text: string }[];
}

const ENGLISH = createAccessCopy({ copy: COPY.en, timeZone: SAO_PAULO });
const LINK = 'https://entrar.exemplo.com.br/l/9mXq…';
const CODE = '482913';

/** Plays the app until the bot waits for the person. */
export function takeTurn(
  deps: { dialogue: ChatDialogue; copy: AccessCopy; world: World },
  start: { snapshot: DialogueSnapshot | null; event: DialogueEvent },
): Turn {
  const { dialogue, world } = deps;
  const happened: { kind: 'effect' | 'said'; text: string }[] = [];
  const appSays = (text: string) => {
    happened.push({ kind: 'said', text });
    world.alerted = world.noticed = false;
  };
  let step = dialogue.step(start.snapshot, start.event);
  for (let round = 0; round < 10; round += 1) {
    const answers: Outcome[] = [];
    const copy = step.language === 'en' ? ENGLISH : deps.copy;
    for (const effect of step.effects) {
      if (effect.type === 'say') {
        appSays(effect.text);
        continue;
      }
      happened.push({ kind: 'effect', text: effectName(effect) });
      const answer = applyEffect(effect, world);
      answers.push(answer);
      wordsOfTheApp({ effect, answer, world, copy }).forEach(appSays);
    }
    const [answer, ...more] = answers;
    if (more.length > 0) throw new Error('one step asked for two things');
    if (!answer) return { snapshot: step.snapshot, happened };
    step = dialogue.step(step.snapshot, answer);
  }
  throw new Error('the dialogue did not come to rest');
}

/** What the app says by itself while it applies an effect. */
function wordsOfTheApp(turn: {
  effect: Effect;
  answer: Outcome;
  world: World;
  copy: AccessCopy;
}): string[] {
  const { effect, answer, world, copy } = turn;
  if (answer.type === 'numberChanged' && answer.outcome === 'changed') {
    if (effect.type === 'confirmNumberChange' && world.anotherWaits)
      return [copy.numberWaitConfirmed()];
    return [copy.numberChanged({ newPhoneMasked: NEW_PHONE_MASKED })];
  }
  const link = linkOfOtherWay(answer, copy);
  if (link !== null) return [link];
  if (answer.type !== 'accessSent' || answer.outcome !== 'sent' || !world.person) return [];
  const greeting = effect.type === 'sendAccess' ? effect.greeting : 'known';
  return [copy.link({ greeting, name: world.person, url: LINK }), copy.code(CODE)];
}

type Asked = Exclude<Effect, { type: 'say' }>;

function applyEffect(effect: Asked, world: World): Outcome {
  switch (effect.type) {
    case 'identify': {
      const { person: name, noPhone, registration, stepUp, blocked, deletionDueAt } = world;
      const { waits, newAccountWaits, nameDue } = world;
      const standing = { stepUp, wait: waits ? newAccountWaits : null, blocked, nameDue };
      const person = name === null ? null : { name, deletionDueAt, ...standing };
      return { type: 'identified', person, noPhone, registration };
    }
    case 'checkTaxId': {
      if (world.tooManyTaxIds) return { type: 'taxIdChecked', outcome: 'too_many_tries' };
      const outcome = world.taxIds.has(effect.taxId) ? 'yours' : 'not_yours';
      return { type: 'taxIdChecked', outcome };
    }
    case 'register':
      if (world.refuses) return { type: 'registered', outcome: 'refused' };
      world.person = effect.name;
      world.taxIds.add(effect.taxId);
      return { type: 'registered', outcome: 'registered' };
    case 'sendAccess':
      return { type: 'accessSent', ...world.access };
    case 'sendGoogleLink':
    case 'sendGoogleUnlink':
    case 'sendPasswordReset':
      return sendOtherWay(effect, world);
    case 'killCode':
      return { type: 'codeKilled' };
    case 'tellHours':
      return world.hours;
    case 'proveTaxId': {
      if (world.tooManyTaxIds) return { type: 'taxIdProven', outcome: 'too_many_tries' };
      if (!world.taxIds.has(effect.taxId)) return { type: 'taxIdProven', outcome: 'wrong' };
      if (world.stepUp === 'new_account') {
        world.waits = true;
        return { type: 'taxIdProven', outcome: 'not_enough' };
      }
      world.stepUp = null;
      return { type: 'taxIdProven', outcome: 'right' };
    }
    case 'openRequest':
    case 'answerRequest':
    case 'denyRequest':
      return aboutRequest(effect, world, NOW);
    case 'listSessions':
    case 'endSession':
    case 'endAllSessions':
      return aboutSessions(effect, world, NOW);
    case 'block':
    case 'unblock':
    case 'describeData':
    case 'scheduleDeletion':
    case 'cancelDeletion':
    case 'askNumberChange':
    case 'confirmNumberChange':
    case 'refuseNumberChange':
    case 'recallNumberChange':
    case 'answerNotMe':
    case 'answerYes':
    case 'rename':
    case 'claimTaxId':
    case 'callHuman':
      return aboutAccount(effect, world);
  }
}

type AboutAccount = Extract<
  Asked,
  {
    type:
      | ('block' | 'unblock' | 'describeData' | 'scheduleDeletion' | 'cancelDeletion')
      | ('askNumberChange' | 'confirmNumberChange' | 'claimTaxId' | 'callHuman')
      | ('refuseNumberChange' | 'recallNumberChange' | 'answerNotMe' | 'answerYes' | 'rename');
  }
>;

function isAskedFor({ numberChangeAsked, anotherWaits }: World): boolean {
  return numberChangeAsked || anotherWaits;
}

function aboutAccount(effect: AboutAccount, world: World): Outcome {
  switch (effect.type) {
    case 'block':
      world.blocked = world.stepUp === null || world.stepUp === 'dormant' ? 'owner' : 'team';
      world.sessions.length = 0;
      if (world.person === null || world.blocked === 'team')
        return { type: 'blocked', outcome: 'for_team' };
      return { type: 'blocked', outcome: 'by_owner' };
    case 'unblock':
      world.blocked = null;
      return { type: 'unblocked' };
    case 'describeData':
      return {
        type: 'dataDescribed',
        name: world.person ?? ('Joana Silva' as PersonName),
        taxIdMasked: maskOwnTaxId(TAX_ID),
        phones: [maskPhone('+5511987651234' as Phone)],
        since: NOW,
        sessions: world.sessions.length,
        exportUrl: LINK,
      };
    case 'scheduleDeletion':
      world.deletionDueAt = IN_A_WEEK;
      return { type: 'deletionScheduled', dueAt: IN_A_WEEK };
    case 'cancelDeletion':
      world.deletionDueAt = null;
      return { type: 'deletionCancelled' };
    case 'askNumberChange':
      return {
        type: 'numberChangeAsked',
        outcome: world.tooManyTaxIds ? 'too_many_tries' : 'asked',
      };
    case 'confirmNumberChange':
      if (world.anotherWaits) return { type: 'numberChanged', outcome: 'changed' };
      if (!world.numberChangeAsked) return { type: 'numberChanged', outcome: 'nothing_asked' };
      // This number was the old one: nobody knows it any more.
      world.numberChangeAsked = false;
      world.person = null;
      return { type: 'numberChanged', outcome: 'changed' };
    case 'refuseNumberChange': {
      const outcome = isAskedFor(world) ? 'refused' : 'nothing_asked';
      world.numberChangeAsked = world.anotherWaits = false;
      return { type: 'numberChangeRefused', outcome };
    }
    case 'recallNumberChange':
      return numberChangeRecalled(world);
    case 'answerNotMe': {
      const outcome = isAskedFor(world) ? 'refused' : world.alerted ? 'alert' : 'nothing';
      world.numberChangeAsked = world.anotherWaits = false;
      return { type: 'notMeAnswered', outcome };
    }
    case 'answerYes':
      return yesAnswered(world);
    case 'rename':
      world.person = effect.name;
      world.nameDue = false;
      return { type: 'renamed' };
    case 'claimTaxId':
      return { type: 'claimRecorded' };
    case 'callHuman':
      return { type: 'humanCalled', until: new Date('2026-11-23T18:32:00Z'), ...world.team };
  }
}
