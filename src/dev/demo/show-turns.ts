import { z } from 'zod';
import type { ObserveTurn, TurnReport } from '#src/app/ports/turn-observer.js';
import { maskTaxId, parseTaxId } from '#src/domain/tax-id.js';
import { callSimulator } from './simulator-calls.js';

/** A question is forgotten after so long (bot-flows/reading/read-event.ts). */
const SILENCE_MS = 10 * 60_000;

/** The stored form of a conversation (bot-flows/chart/snapshot.ts). */
const STORED = z.object({ value: z.unknown(), context: z.record(z.string(), z.unknown()) });

/** Shows each turn beside the bubbles of the simulated phone: state, effects and what ends by itself. */
export function showTurns(simulatorUrl: string, onError: (error: unknown) => void): ObserveTurn {
  return (report) => {
    if (report.phone === null) return;
    const number = report.phone.replace(/\D/g, '');
    callSimulator(simulatorUrl, `/phones/${number}/insights`, insightOf(report)).catch(onError);
  };
}

/** What the simulator's page shows of a turn; times in milliseconds since 1970. */
export function insightOf({ at, snapshot, steps, queued, pausedUntil }: TurnReport) {
  const secrets = queued.flatMap(({ kind, expiresAt }) =>
    kind === 'link' || kind === 'code' ? [{ name: kind, until: expiresAt.getTime() }] : [],
  );
  const pause = pausedUntil === null ? [] : [{ name: 'pause', until: pausedUntil.getTime() }];
  const silence = { name: 'silence', until: at.getTime() + SILENCE_MS };
  const stored = STORED.safeParse(snapshot?.state);
  return {
    at: at.getTime(),
    state: stateOf({ snapshot }),
    memory: stored.success ? memoryOf(stored.data.context) : {},
    steps,
    timers: [...secrets, ...pause, silence],
  };
}

/** The state of the conversation by name, such as `proof.asking`. */
export function stateOf({ snapshot }: Pick<TurnReport, 'snapshot'>): string {
  const stored = STORED.safeParse(snapshot?.state);
  return stored.success ? pathOf(stored.data.value) : 'nenhum';
}

/** `{ proof: { asking: 'taxId' } }` as `proof.asking.taxId`. */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return 'nenhum';
  return Object.entries(value)
    .map(([name, inner]) => `${name}.${pathOf(inner)}`)
    .join(' + ');
}

/** What is remembered, without what is empty; the CPF masked, as everywhere. */
function memoryOf(context: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(context).flatMap(([name, value]) => {
    if (value === null || value === 0 || value === false) return [];
    const taxId = name === 'taxId' && typeof value === 'string' ? parseTaxId(value) : null;
    if (taxId !== null) return [[name, taxId.ok ? maskTaxId(taxId.value) : '•••'] as const];
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const];
  });
  return Object.fromEntries(entries);
}
