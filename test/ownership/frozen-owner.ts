import type { ProductProcess } from '../e2e/support/product-process.js';
import { until } from '../support/until.js';
import type { Instances } from './pair-of-instances.js';

/** How long a person waits for an answer after the owner was killed. */
export const OPEN_WITHIN_MS = 15_000;
const TAKE_OVER_MS = 30_000;

/**
 * Kills the owner; freezes its successor while that connects; lets a third instance take over; wakes the frozen one up
 * and kills the third one.
 * @param input.owner owns the number
 * @param input.chance numbers from 0 up to 1: when to freeze, and how long after the waking to kill
 * @returns the owner after it all, and the milliseconds from the kill to its first answer
 */
export async function freezeOwnerWhileItConnects(
  instances: Instances,
  input: { readonly owner: ProductProcess; readonly chance: () => number },
): Promise<{ readonly owner: ProductProcess; readonly answeredAfterMs: number }> {
  const { owner, chance } = input;
  const frozen = await instances.start();
  await owner.end('SIGKILL');
  await until('a successor that connects', () => frozen.output().includes('whatsapp.owned'), {
    withinMs: TAKE_OVER_MS,
  });
  await elapse(chance() * 120);
  process.kill(frozen.pid, 'SIGSTOP');

  const third = await instances.start();
  await until('the third instance to be open', () => third.output().includes('whatsapp.open'), {
    withinMs: TAKE_OVER_MS,
  });
  process.kill(frozen.pid, 'SIGCONT');
  await elapse(chance() * 1_500);
  await third.end('SIGKILL');
  const killed = performance.now();
  const newcomer = await instances.newcomer();
  await newcomer.send('oi');
  await newcomer.receive(/CPF/, TAKE_OVER_MS * 3);
  return { owner: frozen, answeredAfterMs: performance.now() - killed };
}

/** Where in its work a process is met is what is played here. */
async function elapse(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
