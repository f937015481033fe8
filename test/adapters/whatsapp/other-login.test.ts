import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOtherLogin } from '#src/adapters/whatsapp/pairing/other-login.js';
import type { LeaseHold } from '#src/app/ports/lease.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What was done about another login, in order, while the database answers so. */
function meet(answers: readonly (LeaseHold | null | 'away')[]) {
  const [done, left] = [[] as string[], [...answers]];
  const other = createOtherLogin({
    renew: () => {
      const answer = left.shift() ?? 'away';
      return answer === 'away' ? Promise.reject(new Error('away')) : Promise.resolve(answer);
    },
    lost: () => done.push('lost'),
    returnNow: () => done.push('return'),
    standAside: () => done.push('aside'),
    waitMs: 15 * 60_000,
    clock: { now: () => new Date() },
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  });
  return { done, left, other };
}

const LAPSED = { lapsed: true } as LeaseHold;

it('case C2: asks again while the database is away, and takes nobody for another program meanwhile', async () => {
  const { done, other } = meet(['away', 'away', LAPSED]);
  await other.found();
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['return']);
});

it('case C2: asks nobody any more once its term is over', async () => {
  const { done, left, other } = meet(['away', LAPSED]);
  await other.found();
  other.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([done, left.length]).toEqual([[], 1]);
});
