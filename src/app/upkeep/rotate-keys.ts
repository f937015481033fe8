import { isDueForRotation, KEY_LEAD_MS } from '#src/domain/signing-key.js';
import type { Clock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import type { SigningKeyRow } from '../ports/tables/signing-keys.js';
import type { Store } from '../ports/tables/store.js';

/**
 * Replaces the key that signs access tokens. The new one is published ten minutes before it signs, the old one until
 * its last token has expired: no program that verifies our tokens meets one it cannot verify.
 */
export function createRotateKeys(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly makeKey: (now: Date) => Promise<SigningKeyRow>;
  /** How long a key signs before it is replaced by itself. */
  readonly maxAgeDays: number;
}) {
  const { store, clock, log, makeKey, maxAgeDays } = deps;

  async function replace(newest: SigningKeyRow, by: 'operator' | 'system'): Promise<boolean> {
    const now = clock.now();
    const key = await makeKey(now);
    const retiredAt = new Date(now.getTime() + KEY_LEAD_MS);
    const rotated = await store.transaction(async (tx) => {
      if (!(await tx.signingKeys.rotate({ key, after: newest.kid, retiredAt }))) return false;
      tx.emit({ type: 'signing_keys.rotated', kid: key.kid, by });
      return true;
    });
    if (!rotated) return false;
    log.info('keys.rotated', { kid: key.kid });
    return true;
  }

  async function newest(): Promise<SigningKeyRow | null> {
    const keys = await store.signingKeys.list();
    return keys.find(({ retiredAt }) => retiredAt === null) ?? null;
  }

  return {
    /** By hand. @returns false when there is no key yet, or another process rotated at the same moment */
    async rotate(): Promise<boolean> {
      const key = await newest();
      return key !== null && replace(key, 'operator');
    },
    /** By age. @returns whether a new key was made */
    async rotateIfDue(): Promise<boolean> {
      const key = await newest();
      if (key === null || !isDueForRotation(key, { now: clock.now(), maxAgeDays })) return false;
      return replace(key, 'system');
    },
  };
}
