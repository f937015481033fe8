import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createStatusBoard } from '#src/adapters/whatsapp/socket/status-board.js';

const FAULT = new Error('a bug in a listener');

function throwFault(): void {
  throw FAULT;
}

it('case C12: a listener that throws neither reaches the publisher nor starves the others', async () => {
  const faults: unknown[] = [];
  const bus = createMemoryEventBus((error, event) => faults.push([error, event]));
  const heard: string[] = [];
  bus.subscribe('session.revoked', ({ sessionId }) => heard.push(`first ${sessionId}`));
  bus.subscribe('session.revoked', throwFault);
  bus.subscribe('session.revoked', ({ sessionId }) => heard.push(`last ${sessionId}`));
  await bus.publish('session.revoked', { sessionId: 'one' });
  expect(heard).toEqual(['first one', 'last one']);
  expect(faults).toEqual([[FAULT, 'session.revoked']]);
});

/** The next uncaught error, which vitest would count as a failed run. */
async function nextUncaught(): Promise<unknown> {
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  const [error] = (await once(process, 'uncaughtException')) as [unknown];
  for (const listener of others) process.on('uncaughtException', listener);
  return error;
}

it('case C12: a fault that is reported to no one ends the process, and only then', async () => {
  const uncaught = nextUncaught();
  const bus = createMemoryEventBus();
  const heard: string[] = [];
  bus.subscribe('outbox.queued', throwFault);
  bus.subscribe('outbox.queued', () => heard.push('last'));
  await bus.publish('outbox.queued', {});
  expect(heard).toEqual(['last']);
  expect(await uncaught).toBe(FAULT);
});

it('case C12: the status of the connection reaches every listener although one throws', async () => {
  const uncaught = nextUncaught();
  const board = createStatusBoard({ now: () => new Date('2026-11-29T12:00:00Z') });
  const heard: string[] = [];
  board.subscribe(throwFault);
  board.subscribe(({ state }) => heard.push(state));
  board.set({ state: 'connecting' });
  expect(heard).toEqual(['connecting']);
  expect(await uncaught).toBe(FAULT);
});
