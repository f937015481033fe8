import { afterEach, describe, expect, it } from 'vitest';

import { startLeaseRenewal } from '#src/adapters/whatsapp/lease-renewal.js';
import type { LeaseHold } from '#src/app/ports/lease.js';

import { until } from '../../support/until.js';

const TTL_MS = 300;
const WANTED = { wanted: true, lapsed: false };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function keep(renew: () => Promise<LeaseHold | null>) {
  const told: string[] = [];
  const asked: number[] = [];
  const renewal = startLeaseRenewal({
    renew: () => {
      asked.push(performance.now());
      return renew();
    },
    ttlMs: TTL_MS,
    onLost: () => told.push('lost'),
    onUnanswered: () => told.push('unanswered'),
    onTrouble: () => told.push('trouble'),
  });
  ends.push(() => renewal.stop());
  return { told, asked };
}

/** Holds the event loop up, as much work at once does. */
function stall(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('a kept lease', () => {
  it('case C3: survives a stall longer than its time when the database still has it', async () => {
    const { told, asked } = keep(() => Promise.resolve(WANTED));
    await until('a renewal', () => asked.length > 0);
    stall(2 * TTL_MS);
    const woken = asked.length;
    await until('three more', () => asked.length >= woken + 3);
    expect(told).toEqual([]);
  });

  it('case C3: is lost after the stall when another has it', async () => {
    let answer: LeaseHold | null = WANTED;
    const { told, asked } = keep(() => Promise.resolve(answer));
    await until('a renewal', () => asked.length > 0);
    answer = null;
    stall(2 * TTL_MS);
    await until('the loss', () => told.length > 0);
    expect(told).toEqual(['lost']);
  });

  it('is lost before its time ends when no answer comes and another waits', async () => {
    let silent = false;
    const { told, asked } = keep(() =>
      silent ? new Promise(() => undefined) : Promise.resolve(WANTED),
    );
    await until('a renewal', () => asked.length > 0);
    silent = true;
    await until('the loss', () => told.length > 0);
    expect(told).toEqual(['lost']);
    const silentFor = performance.now() - (asked[0] ?? 0);
    expect(silentFor).toBeGreaterThan(0.8 * TTL_MS);
  });

  it('case C3: is kept without an answer while no other instance waits, and is renewed afterwards', async () => {
    let down = false;
    const { told, asked } = keep(() =>
      down ? Promise.reject(new Error('down')) : Promise.resolve({ wanted: false, lapsed: false }),
    );
    await until('a renewal', () => asked.length > 0);
    down = true;
    await until('the end of its time', () => told.includes('unanswered'));
    down = false;
    const before = asked.length;
    await until('more renewals', () => asked.length > before + 2);
    expect(told).not.toContain('lost');
  });
});
