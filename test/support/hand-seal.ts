import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createShortSeal } from '#src/adapters/crypto/short-seal.js';

/** The seal of the product, with a clock that a test moves. */
export function createHandSeal() {
  let now = Date.parse('2026-11-23T12:00:00Z');
  return {
    seal: createShortSeal(createKeyRing([Buffer.alloc(32, 7)]), { now: () => new Date(now) }),
    pass: (ms: number) => void (now += ms),
  };
}
