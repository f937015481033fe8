import { describe, expect, test } from 'vitest';

import { MISREAD_LIMIT, TAX_ID_TRIES } from '#bot-flows/chart/chart-setup.js';
import { chatChart } from '#bot-flows/chat-chart.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { NEW_MANNER } from '#bot-flows/reading/manner.js';
import { restore, store } from '#bot-flows/chart/snapshot.js';
import type { ChatStep, Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent, DialogueSnapshot } from '#src/app/ports/dialogue.js';
import { ANSWERED } from './walk-answers.js';
import { MARKED, message, SAID } from './walk-events.js';
import { SAO_PAULO } from '../support/time-zone.js';

const dialogue = createDialogue({
  copy: COPY['pt-BR'],
  timeZone: SAO_PAULO,
  privacyUrl: 'https://entrar.exemplo.com.br/privacidade',
});

interface Stored {
  readonly context: { readonly stumbles: number; readonly wrongTaxIds: number };
}

/**
 * One snapshot for all that the charts treat alike. How somebody writes changes no chart. Counts are only asked whether
 * they are nothing, before the last one, the last one or over (the guards of chart-setup.ts): the highest stands for each.
 */
function representative(snapshot: DialogueSnapshot): DialogueSnapshot {
  const state = snapshot.state as Stored;
  const { context } = state;
  const alike = {
    stumbles: highestAlike(context.stumbles, MISREAD_LIMIT),
    wrongTaxIds: highestAlike(context.wrongTaxIds, TAX_ID_TRIES),
  };
  return {
    ...snapshot,
    state: { ...state, context: { ...context, ...alike }, manner: NEW_MANNER },
  };
}

function highestAlike(count: number, limit: number): number {
  return count === 0 ? 0 : Math.min(Math.max(count, limit - 2), limit);
}

const WAYS_OUT: readonly string[] = ['menu', '529.982.247-25', 'bloquear', 'atendente', 'entrar'];
const LEADING_OUT = SAID.filter((said) => said.type === 'message' && WAYS_OUT.includes(said.text));
const ONE_OF_EACH = [...new Map(ANSWERED.map((answer) => [answer.type, answer])).values()];

interface Walked {
  readonly from: DialogueSnapshot | null;
  readonly event: DialogueEvent | Outcome;
  readonly step: ChatStep;
}

/**
 * Every event that can come in every snapshot that any sequence of them leads to. Steps that lead to the same text share one
 * snapshot: hundreds of thousands of steps would fill half a gigabyte otherwise.
 */
function walk(): Walked[] {
  const walked: Walked[] = [];
  const seen = new Map<string, DialogueSnapshot>();
  const open: (DialogueSnapshot | null)[] = [null];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const event of eventsAt(from)) {
      const { snapshot: stepped, effects } = dialogue.step(from, event);
      const snapshot = representative(stepped);
      const key = JSON.stringify(snapshot);
      const known = seen.get(key);
      walked.push({ from, event, step: { snapshot: known ?? snapshot, effects, language: null } });
      if (known !== undefined) continue;
      seen.set(key, snapshot);
      open.push(snapshot);
    }
  }
  return walked;
}

type State = NonNullable<ReturnType<typeof restore>>['state'];
const states = new Map<DialogueSnapshot, State | null>();
/** The state that a snapshot stands for; each of the walk's snapshots is read once. */
function stateOf(snapshot: DialogueSnapshot): State | null {
  const known = states.get(snapshot);
  if (known !== undefined) return known;
  const state = restore(snapshot)?.state ?? null;
  states.set(snapshot, state);
  return state;
}

/**
 * While the app is asked, each of its answers, and what leads out of everywhere: a turn does not end before them, so that
 * no message comes between. Else everything people say, and one answer of each kind that no longer is waited for.
 */
function eventsAt(from: DialogueSnapshot | null): readonly (DialogueEvent | Outcome)[] {
  const asking = from !== null && (stateOf(from)?.hasTag('asking') ?? false);
  return asking ? [...ANSWERED, ...LEADING_OUT] : [...SAID, ...MARKED, ...ONE_OF_EACH];
}

function leaves(node: { path: string[]; states: object }): string[] {
  const children = Object.values(node.states) as (typeof node)[];
  return children.length === 0 ? [node.path.join('.')] : children.flatMap(leaves);
}

function leafOf(snapshot: DialogueSnapshot): string {
  const value = stateOf(snapshot)?.value;
  if (value === undefined) throw new Error('a snapshot of the dialogue cannot be read');
  return typeof value === 'string' ? value : Object.entries(value).flat().join('.');
}

const asksFor = ({ effects }: ChatStep) => effects.filter(({ type }) => type !== 'say');
const isSaid = ({ type }: DialogueEvent | Outcome) =>
  ['message', 'media', 'missing', 'later'].includes(type);

describe('a walk over every state of the charts with every event', () => {
  const walked = walk();

  test('visits every state there is', () => {
    const visited = new Set(walked.map(({ step }) => leafOf(step.snapshot)));
    visited.add('resting.start');
    expect([...visited].sort()).toEqual(leaves(chatChart.root).sort());
  });

  test('never finds a step that asks the app for two things', () => {
    expect(walked.filter(({ step }) => asksFor(step).length > 1)).toEqual([]);
  });

  test('finds a question to the app exactly where the chart says that it waits for one', () => {
    const wrong = walked.filter(({ event, step }) => {
      const waits = stateOf(step.snapshot)?.hasTag('asking') ?? false;
      const asks = asksFor(step).length === 1;
      // An answer nobody waits for changes nothing.
      return isSaid(event) ? asks !== waits : asks && !waits;
    });
    expect(wrong).toEqual([]);
  });

  test('finds an answer to everything people say, until patience has run out or sorry was said', () => {
    const mute = walked.filter(({ event, step }) => {
      if (!isSaid(event) || step.effects.length > 0) return false;
      const state = stateOf(step.snapshot);
      return (
        leafOf(step.snapshot) !== 'resting.apologised' && (state?.context.misreadCount ?? 0) < 5
      );
    });
    expect(mute).toEqual([]);
  });

  test('finds every snapshot to be plain JSON that reads back the same', () => {
    const snapshots = new Set(walked.map(({ step }) => step.snapshot));
    const changed = [...snapshots].filter((snapshot) => {
      const stored = JSON.stringify(snapshot);
      const read = restore(JSON.parse(stored) as DialogueSnapshot);
      return read === null || JSON.stringify(store(read.state, read.manner)) !== stored;
    });
    expect(changed).toEqual([]);
  });

  test('finds "menu", a CPF and BLOQUEAR to lead out of everywhere', () => {
    for (const text of WAYS_OUT.filter((way) => way !== 'entrar')) {
      const steps = walked.filter(({ event }) => event.type === 'message' && event.text === text);
      const stuck = steps.filter(
        ({ event, step }) =>
          event.type === 'message' && !event.late && !event.forwarded && asksFor(step).length !== 1,
      );
      expect(stuck).toEqual([]);
    }
  });

  test('case F15: finds "entrar" and "não recebi" to lead out, or to keep what was given', () => {
    const steps = walked.filter(
      ({ event }) =>
        event.type === 'message' && event.text === 'entrar' && !event.late && !event.forwarded,
    );
    const staying = steps.filter(({ step }) => asksFor(step).length !== 1);
    expect(staying.length).toBeGreaterThan(0);
    for (const { from, step } of staying) {
      expect(from === null ? '' : leafOf(from)).toBe(leafOf(step.snapshot));
      expect(leafOf(step.snapshot)).toMatch(/^registration\.|^taxId\.confirming$/);
      const { taxId, name } = stateOf(step.snapshot)?.context ?? {};
      expect(taxId).not.toBeNull();
      if (leafOf(step.snapshot) === 'registration.consent') expect(name).not.toBeNull();
    }
  });

  test('never keeps a CPF or a name where no flow needs it', () => {
    const hoarded = walked.filter(({ step }) => {
      const state = stateOf(step.snapshot);
      const leaf = leafOf(step.snapshot);
      const idle = leaf === 'menu' || (leaf.startsWith('resting.') && leaf !== 'resting.notFound');
      return idle && (state?.context.taxId ?? state?.context.name ?? null) !== null;
    });
    expect(hoarded).toEqual([]);
  });

  test('never approves a request but by one of its numbers, said in answer to it', () => {
    const answers = walked.filter(({ step }) =>
      step.effects.some(({ type }) => type === 'answerRequest'),
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const { from, event } of answers) {
      expect(event).toEqual(message('47'));
      expect(from === null ? '' : leafOf(from)).toBe('request.shown');
    }
  });
});
