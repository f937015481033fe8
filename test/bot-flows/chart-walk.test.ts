import { describe, expect, test } from 'vitest';

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

/** How somebody writes changes no chart. */
function withoutManner(snapshot: DialogueSnapshot): DialogueSnapshot {
  return { ...snapshot, state: { ...(snapshot.state as object), manner: NEW_MANNER } };
}

interface Walked {
  readonly from: DialogueSnapshot | null;
  readonly event: DialogueEvent | Outcome;
  readonly step: ChatStep;
}

/**
 * Every event in every snapshot that any sequence of these events leads to. Steps that lead to the same text share one
 * snapshot: a quarter of a million steps would fill half a gigabyte otherwise.
 */
function walk(): Walked[] {
  const walked: Walked[] = [];
  const seen = new Map<string, DialogueSnapshot>();
  const open: (DialogueSnapshot | null)[] = [null];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const event of [...SAID, ...MARKED, ...ANSWERED]) {
      const { snapshot: stepped, effects } = dialogue.step(from, event);
      const snapshot = withoutManner(stepped);
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
/** The state that a snapshot stands for; each of the walk's two thousand is read once. */
function stateOf(snapshot: DialogueSnapshot): State | null {
  const known = states.get(snapshot);
  if (known !== undefined) return known;
  const state = restore(snapshot)?.state ?? null;
  states.set(snapshot, state);
  return state;
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
    for (const text of ['menu', '529.982.247-25', 'bloquear', 'atendente']) {
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
