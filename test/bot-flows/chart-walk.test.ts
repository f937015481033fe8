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
/** Said to the bot itself and now. */
const saysNow = (event: DialogueEvent | Outcome, text: string) =>
  event.type === 'message' && event.text === text && !event.late && !event.forwarded;

type Check = (walked: Walked) => boolean;
/** What the tests ask of each step. */
const CHECKS = {
  asksForTwo: ({ step }) => asksFor(step).length > 1,
  asksUnlikeItsState: ({ event, step }) => {
    const waits = stateOf(step.snapshot)?.hasTag('asking') ?? false;
    const asks = asksFor(step).length === 1;
    // An answer nobody waits for changes nothing.
    return isSaid(event) ? asks !== waits : asks && !waits;
  },
  mute: ({ event, step }) => {
    if (!isSaid(event) || step.effects.length > 0) return false;
    const state = stateOf(step.snapshot);
    return leafOf(step.snapshot) !== 'resting.apologised' && (state?.context.misreadCount ?? 0) < 5;
  },
  stuck: ({ event, step }) =>
    WAYS_OUT.some((way) => way !== 'entrar' && saysNow(event, way)) && asksFor(step).length !== 1,
  staysAtEntrar: ({ event, step }) => saysNow(event, 'entrar') && asksFor(step).length !== 1,
  hoards: ({ step }) => {
    const state = stateOf(step.snapshot);
    const leaf = leafOf(step.snapshot);
    const idle = leaf === 'menu' || (leaf.startsWith('resting.') && leaf !== 'resting.notFound');
    return idle && (state?.context.taxId ?? state?.context.name ?? null) !== null;
  },
  answersRequest: ({ step }) => step.effects.some(({ type }) => type === 'answerRequest'),
} as const satisfies Readonly<Record<string, Check>>;

type Found = Record<keyof typeof CHECKS, Walked[]>;

/**
 * Every event that can come in every snapshot that any sequence of them leads to. A step is checked as it is taken, and kept
 * only when a check finds it: all of them, hundreds of thousands, would fill half a gigabyte.
 */
function walk(): { readonly snapshots: readonly DialogueSnapshot[]; readonly found: Found } {
  const checks = Object.entries(CHECKS) as [keyof typeof CHECKS, Check][];
  const found = Object.fromEntries(checks.map(([name]) => [name, []])) as unknown as Found;
  const seen = new Map<string, DialogueSnapshot>();
  const open: (DialogueSnapshot | null)[] = [null];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const event of eventsAt(from)) {
      const { snapshot: stepped, effects } = dialogue.step(from, event);
      const reached = representative(stepped);
      const key = JSON.stringify(reached);
      const known = seen.get(key);
      const walked = { from, event, step: { snapshot: known ?? reached, effects, language: null } };
      for (const [name, check] of checks) if (check(walked)) found[name].push(walked);
      if (known !== undefined) continue;
      seen.set(key, reached);
      open.push(reached);
    }
  }
  return { snapshots: [...seen.values()], found };
}

describe('a walk over every state of the charts with every event', () => {
  const { snapshots, found } = walk();

  test('visits every state there is', () => {
    const visited = new Set(snapshots.map(leafOf));
    visited.add('resting.start');
    expect([...visited].sort()).toEqual(leaves(chatChart.root).sort());
  });

  test('never finds a step that asks the app for two things', () => {
    expect(found.asksForTwo).toEqual([]);
  });

  test('finds a question to the app exactly where the chart says that it waits for one', () => {
    expect(found.asksUnlikeItsState).toEqual([]);
  });

  test('finds an answer to everything people say, until patience has run out or sorry was said', () => {
    expect(found.mute).toEqual([]);
  });

  test('finds every snapshot to be plain JSON that reads back the same', () => {
    const changed = snapshots.filter((snapshot) => {
      const stored = JSON.stringify(snapshot);
      const read = restore(JSON.parse(stored) as DialogueSnapshot);
      return read === null || JSON.stringify(store(read.state, read.manner)) !== stored;
    });
    expect(changed).toEqual([]);
  });

  test('finds "menu", a CPF and BLOQUEAR to lead out of everywhere', () => {
    expect(found.stuck).toEqual([]);
  });

  test('case F15: finds "entrar" and "não recebi" to lead out, or to keep what was given', () => {
    expect(found.staysAtEntrar.length).toBeGreaterThan(0);
    for (const { from, step } of found.staysAtEntrar) {
      expect(from === null ? '' : leafOf(from)).toBe(leafOf(step.snapshot));
      expect(leafOf(step.snapshot)).toMatch(/^registration\.|^taxId\.confirming$/);
      const { taxId, name } = stateOf(step.snapshot)?.context ?? {};
      expect(taxId).not.toBeNull();
      if (leafOf(step.snapshot) === 'registration.consent') expect(name).not.toBeNull();
    }
  });

  test('never keeps a CPF or a name where no flow needs it', () => {
    expect(found.hoards).toEqual([]);
  });

  test('never approves a request but by one of its numbers, said in answer to it', () => {
    expect(found.answersRequest.length).toBeGreaterThan(0);
    for (const { from, event } of found.answersRequest) {
      expect(event).toEqual(message('47'));
      expect(from === null ? '' : leafOf(from)).toBe('request.shown');
    }
  });
});
