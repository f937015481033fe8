import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { everyEdge, watched, without, type Edge } from './chart-edges.js';
import { replay } from './transcript.js';
import { SAO_PAULO } from '../support/time-zone.js';

const FOLDERS = ['./transcripts/', './conversations/'].map(
  (name) => new URL(name, import.meta.url),
);
const scripts = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8')),
);
const dialogue = createDialogue({
  copy: COPY['pt-BR'],
  timeZone: SAO_PAULO,
  privacyUrl: 'https://entrar.exemplo.com.br/privacidade',
});
const copy = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO });

/** Which transcripts take which arrow. */
const travelled = new Map<Edge['transition'], Set<string>>();
for (const script of scripts) {
  const took = (transition: Edge['transition']) => {
    travelled.set(transition, (travelled.get(transition) ?? new Set()).add(script));
  };
  replay(script, { copy, dialogue: watched(dialogue, took) });
}

describe('every arrow of the charts', () => {
  test('is taken by a transcript', () => {
    const untold = everyEdge().filter(({ transition }) => !travelled.has(transition));
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  test('is missed by a transcript when it is deleted', () => {
    const idle = everyEdge().filter(({ transition }) => {
      const takers = [...(travelled.get(transition) ?? [])];
      return takers.every((script) => without(transition, () => goesAsWritten(script)));
    });
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});

function goesAsWritten(script: string): boolean {
  const played = outcomeOf(() => replay(script, { copy, dialogue }));
  return played === script;
}

/** A chart that lacks an arrow may leave a conversation nowhere to go. */
function outcomeOf(play: () => string): string {
  try {
    return play();
  } catch (error) {
    return String(error);
  }
}
