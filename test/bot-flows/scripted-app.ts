import type {
  AccessCopy,
  Dialogue,
  DialogueEffect,
  DialogueEvent,
  DialogueSnapshot,
} from '#src/app/ports/dialogue.js';
import type { PersonName } from '#src/domain/person-name.js';

/** What is true outside of the conversation; a transcript sets it. */
export interface World {
  person: PersonName | null;
  hasPhone: boolean;
  registration: 'open' | 'closed';
  /** Tax ids, without punctuation, that open something from this number. */
  readonly taxIds: Set<string>;
  tooManyTaxIds: boolean;
  refuses: boolean;
  access: Omit<Extract<DialogueEvent, { type: 'accessSent' }>, 'type'>;
}

export function newWorld(): World {
  return {
    person: null,
    hasPhone: true,
    registration: 'closed',
    taxIds: new Set(),
    tooManyTaxIds: false,
    refuses: false,
    access: { outcome: 'sent', retryAfterS: 0 },
  };
}

/** What a turn led to, in order: effects by name, and everything the person reads. */
export interface Turn {
  readonly snapshot: DialogueSnapshot;
  readonly happened: readonly { readonly kind: 'effect' | 'said'; readonly text: string }[];
}

const LINK = 'https://entrar.exemplo.com.br/l/9mXq…';
const CODE = '482913';

/** Plays the app: carries effects out in the world and feeds the outcome back until the bot waits for the person. */
export function takeTurn(
  { dialogue, copy, world }: { dialogue: Dialogue; copy: AccessCopy; world: World },
  start: { snapshot: DialogueSnapshot | null; event: DialogueEvent },
): Turn {
  const happened: { kind: 'effect' | 'said'; text: string }[] = [];
  let step = dialogue.step(start.snapshot, start.event);
  for (let round = 0; round < 10; round += 1) {
    const answers: DialogueEvent[] = [];
    for (const effect of step.effects) {
      if (effect.type === 'say') {
        happened.push({ kind: 'said', text: effect.text });
        continue;
      }
      happened.push({ kind: 'effect', text: nameOf(effect) });
      const answer = carryOut(effect, world);
      answers.push(answer);
      if (answer.type !== 'accessSent' || answer.outcome !== 'sent' || !world.person) continue;
      const greeting = effect.type === 'sendAccess' ? effect.greeting : 'known';
      happened.push({ kind: 'said', text: copy.link({ greeting, name: world.person, url: LINK }) });
      happened.push({ kind: 'said', text: copy.code(CODE) });
    }
    const [answer, ...more] = answers;
    if (more.length > 0) throw new Error('one step asked for two things');
    if (!answer) return { snapshot: step.snapshot, happened };
    step = dialogue.step(step.snapshot, answer);
  }
  throw new Error('the dialogue did not come to rest');
}

function nameOf(effect: DialogueEffect): string {
  return effect.type === 'sendAccess' ? `sendAccess ${effect.greeting}` : effect.type;
}

function carryOut(effect: Exclude<DialogueEffect, { type: 'say' }>, world: World): DialogueEvent {
  switch (effect.type) {
    case 'identify': {
      const person = world.person === null ? null : { name: world.person };
      const { hasPhone, registration } = world;
      return { type: 'identified', person, hasPhone, registration };
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
    case 'killCode':
      return { type: 'codeKilled' };
  }
}
