import type { ChannelBoard } from '../ports/channel.js';
import type { SweepFaults } from '../ports/tables/sweep-faults.js';

/** The condition of Redis: `refuses_writes` when it is full, a replica or broken; `is_cluster` needs another client. */
export type RedisCondition = 'ok' | 'down' | 'refuses_writes' | 'is_cluster';
export type CheckRedis = () => Promise<RedisCondition>;

export interface Readiness {
  readonly ready: boolean;
  readonly parts: {
    /** `read_only`: it answers and takes no writes, as a copy does, or a server that was set so. */
    readonly database: 'ok' | 'down' | 'read_only';
    readonly redis: RedisCondition | 'not_used';
    readonly whatsapp: 'ok' | 'down' | 'not_paired';
    /**
     * `failing`: what should be deleted stays, because a step of the sweep failed again and again (the log says which).
     */
    readonly sweep: 'ok' | 'failing';
    /** Named only while this server's clock is a minute or more away from WhatsApp's. */
    readonly clock?: 'ahead' | 'behind';
  };
}

/** Failures in a row of one step of the sweep, which is every five minutes. */
const FAILING_FROM = 3;

export type CheckReadiness = ReturnType<typeof createCheckReadiness>;

/**
 * Names each part. Ready means that people can be served: the database answers and takes writes.
 * WhatsApp and Redis down leave the other ways in, so they are named and do not take the instance out of service.
 */
export function createCheckReadiness(deps: {
  /** Whether it takes writes; rejects when it does not answer in time. */
  readonly pingDatabase: () => Promise<'ok' | 'read_only'>;
  /** null when Redis is not configured. */
  readonly checkRedis: CheckRedis | null;
  readonly board: ChannelBoard;
  readonly sweepFaults: SweepFaults;
}) {
  async function lookAtDatabase(): Promise<Readiness['parts']['database']> {
    return deps.pingDatabase().catch(() => 'down' as const);
  }

  async function lookAtWhatsApp(): Promise<Pick<Readiness['parts'], 'whatsapp' | 'clock'>> {
    const { state, clockSkewMs } = await deps.board.current();
    const clock = clockFault(clockSkewMs ?? 0);
    const unpaired = state === 'pairing' || state === 'logged_out' || state === 'passkey';
    const whatsapp = state === 'open' ? 'ok' : unpaired ? 'not_paired' : 'down';
    return { whatsapp, ...(clock !== null && { clock }) };
  }

  async function lookAtSweep(): Promise<'ok' | 'failing'> {
    const faults = await deps.sweepFaults.list();
    return faults.some(({ failures }) => failures >= FAILING_FROM) ? 'failing' : 'ok';
  }

  return async function checkReadiness(): Promise<Readiness> {
    const [database, redis] = await Promise.all([
      lookAtDatabase(),
      deps.checkRedis === null ? ('not_used' as const) : deps.checkRedis(),
    ]);
    // Both may be stored in the database: without it they are unknown, and `database` says why.
    const [whatsapp, sweep] = await Promise.all([
      lookAtWhatsApp().catch(() => ({ whatsapp: 'down' as const })),
      lookAtSweep().catch(() => 'ok' as const),
    ]);
    return { ready: database === 'ok', parts: { database, redis, ...whatsapp, sweep } };
  };
}

const CLOCK_OFF_MS = 60_000;

function clockFault(skewMs: number): 'ahead' | 'behind' | null {
  if (Math.abs(skewMs) < CLOCK_OFF_MS) return null;
  return skewMs > 0 ? 'ahead' : 'behind';
}
