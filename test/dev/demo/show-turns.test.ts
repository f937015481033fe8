import { expect, test } from 'vitest';
import type { TurnReport } from '#src/app/ports/turn-observer.js';
import { insightOf, showTurns } from '#src/dev/demo/show-turns.js';
import { startSimulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import type { Phone } from '#src/domain/phone.js';
import { controlClient } from '../whatsapp-simulator/simulator-client.js';

const AT = new Date('2026-11-23T17:32:00Z');
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const report: TurnReport = {
  phone: '+5511987654321' as Phone,
  at: AT,
  steps: [{ event: 'message', effects: ['identify', 'say'] }],
  snapshot: {
    version: 2,
    state: {
      value: { proof: 'asking' },
      context: { intent: 'menu', taxId: '52998224725', name: null, stumbles: 0, choices: [1, 2] },
    },
  },
  queued: [
    { kind: 'reply', expiresAt: later(15) },
    { kind: 'link', expiresAt: later(10) },
    { kind: 'code', expiresAt: later(5) },
  ],
  pausedUntil: later(60),
};

test('a turn is told by its state, steps and deadlines, with the CPF masked', () => {
  expect(insightOf(report)).toEqual({
    at: AT.getTime(),
    state: 'proof.asking',
    memory: { intent: 'menu', taxId: '***.982.247-**', choices: '[1,2]' },
    steps: report.steps,
    timers: [
      { name: 'link', until: later(10).getTime() },
      { name: 'code', until: later(5).getTime() },
      { name: 'pause', until: later(60).getTime() },
      { name: 'silence', until: later(10).getTime() },
    ],
  });
});

test('a CPF that is none is not shown, and a chat without a snapshot has no state', () => {
  const broken = { version: 2, state: { value: 'menu', context: { taxId: '123' } } };
  expect(insightOf({ ...report, snapshot: broken }).memory).toEqual({ taxId: '•••' });
  expect(insightOf({ ...report, snapshot: null })).toMatchObject({ state: 'nenhum', memory: {} });
});

test('the simulator keeps what it is told for the chat page, and tells the open ones at once', async () => {
  const simulator = await startSimulator({ port: 0 });
  try {
    const control = controlClient(simulator.url);
    await control.phone('5511987654321', 'Joana');
    const events = await fetch(`${simulator.url}/phones/5511987654321/events`);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const failures: unknown[] = [];
    showTurns(simulator.url, (error) => failures.push(error))(report);
    let heard = '';
    while (!heard.includes('event: insight')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const kept = await control.call('GET', '/phones/5511987654321/insights');
    expect(kept).toMatchObject({ status: 200, body: [insightOf(report)] });
    expect(failures).toEqual([]);
  } finally {
    await simulator.close();
  }
});
