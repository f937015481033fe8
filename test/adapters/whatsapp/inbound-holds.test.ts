import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createInboundHolds } from '#src/adapters/whatsapp/signal/inbound-holds.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function holdsOf() {
  const held = { now: 0 };
  const holds = createInboundHolds(() => {
    held.now += 1;
    return () => void (held.now -= 1);
  });
  return { holds, held };
}

it('hold from the decryption until the message is stored', () => {
  const { holds, held } = holdsOf();
  holds.decrypting()(true);
  expect([held.now, holds.atHand()]).toEqual([1, true]);
  const stored = holds.handedOver();
  expect([held.now, holds.atHand()]).toEqual([1, false]);
  stored();
  expect(held.now).toBe(0);
});

it('end at once with a decryption that fails, and after 100 ms without a hand-over', () => {
  const { holds, held } = holdsOf();
  holds.decrypting()(false);
  expect(held.now).toBe(0);
  holds.decrypting()(true);
  vi.advanceTimersByTime(99);
  expect(held.now).toBe(1);
  vi.advanceTimersByTime(1);
  expect([held.now, holds.atHand()]).toEqual([0, false]);
});

it('go on when the second part of a message fails whose first was read', () => {
  const { holds, held } = holdsOf();
  holds.decrypting()(true);
  holds.decrypting()(false);
  expect([held.now, holds.atHand()]).toEqual([1, true]);
  holds.handedOver()();
  holds.decrypting()(false);
  expect(held.now).toBe(0);
});

it('outlive the connection for a message that was read, and not for one that is being read', () => {
  const { holds, held } = holdsOf();
  const ended = holds.decrypting();
  holds.close();
  expect([held.now, holds.atHand()]).toEqual([0, false]);
  ended(true);
  expect(held.now).toBe(0);
  holds.decrypting()(true);
  holds.close();
  expect([held.now, holds.atHand()]).toEqual([1, true]);
  holds.handedOver()();
  expect(held.now).toBe(0);
});
