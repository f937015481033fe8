import type { LeaseGrant } from '#src/app/ports/lease.js';
import type { Parts } from './parts.js';

/** A time in milliseconds that no test outlives. */
export const LONG_MS = 60_000;

/** @throws when another owner has the lease */
export async function takeLease(
  { leases }: Parts,
  name: string,
  owner = 'one',
): Promise<LeaseGrant> {
  const grant = await leases.acquire({ name, owner, ttlMs: LONG_MS });
  if (grant === null) throw new Error('the lease is taken');
  return grant;
}
