import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import type { ProductProcess } from '../e2e/support/product-process.js';
import { until } from '../support/until.js';
import type { Instances } from './pair-of-instances.js';

/** How long a person waits for an answer after the owner was killed. */
export const OPEN_WITHIN_MS = 15_000;
const TAKE_OVER_MS = 30_000;
const HANDSHAKE_MS = 500;

/**
 * Kills the owner; freezes its successor while that connects; lets a third instance take over; wakes the frozen one up
 * and kills one of the two.
 * @param input.owner owns the number
 * @param input.chance numbers from 0 up to 1: when to freeze, and how long after the waking to kill
 * @returns the owner after it all, and the milliseconds from the kill to its first answer
 */
export async function freezeOwnerWhileItConnects(
  instances: Instances,
  input: {
    readonly owner: ProductProcess;
    readonly killed: 'frozen' | 'third';
    readonly chance: () => number;
  },
): Promise<{ readonly owner: ProductProcess; readonly answeredAfterMs: number }> {
  const { simulator } = instances;
  const { owner, killed, chance } = input;
  const frozen = await instances.start();
  await owner.end('SIGKILL');
  // WhatsApp's part of the handshake is under way while the process freezes: its login is what it does first on waking.
  await callSimulator(simulator.url, '/faults', { latencyMs: HANDSHAKE_MS });
  await until('a successor that connects', () => isConnecting(simulator.url), {
    withinMs: TAKE_OVER_MS,
  });
  await elapse(chance() * HANDSHAKE_MS * 1.2);
  process.kill(frozen.pid, 'SIGSTOP');
  await callSimulator(simulator.url, '/faults', { latencyMs: 0 });

  const third = await instances.start();
  await until('the third instance to be open', () => third.output().includes('whatsapp.open'), {
    withinMs: TAKE_OVER_MS,
  });
  process.kill(frozen.pid, 'SIGCONT');
  // Whichever of the two thinks by now that the number is its own, the other one must not.
  await elapse(chance() * 3_000);
  await (killed === 'frozen' ? frozen : third).end('SIGKILL');
  const killedAt = performance.now();
  const newcomer = await instances.newcomer();
  await newcomer.send('oi');
  await newcomer.receive(/CPF/, TAKE_OVER_MS * 3);
  const answeredAfterMs = performance.now() - killedAt;
  return { owner: killed === 'frozen' ? third : frozen, answeredAfterMs };
}

async function isConnecting(url: string): Promise<boolean> {
  const { connecting } = (await callSimulator(url, '/state')) as { connecting: number };
  return connecting > 0;
}

/** Where in its work a process is met is what is played here. */
async function elapse(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
