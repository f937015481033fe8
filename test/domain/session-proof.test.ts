import { expect, it } from 'vitest';
import { isRecentlyProven, SESSION_PROOF_LIFETIME_MS } from '#src/domain/step-up.js';

const NOON = new Date('2026-11-23T12:00:00Z');

it.each([
  { what: 'at once', provenMsAgo: 0, recent: true },
  { what: 'until the last millisecond', provenMsAgo: SESSION_PROOF_LIFETIME_MS - 1, recent: true },
  { what: 'not after five minutes', provenMsAgo: SESSION_PROOF_LIFETIME_MS, recent: false },
  { what: 'never without a proof', provenMsAgo: null, recent: false },
])('a proof is recent $what', ({ provenMsAgo, recent }) => {
  const provenAt = provenMsAgo === null ? null : new Date(NOON.getTime() - provenMsAgo);
  expect(isRecentlyProven({ provenAt }, NOON)).toBe(recent);
});
