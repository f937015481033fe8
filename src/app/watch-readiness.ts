import type { ChannelBoard } from './ports/channel.js';

export interface Readiness {
  readonly ready: boolean;
  readonly parts: {
    readonly database: 'ok' | 'down';
    readonly redis: 'ok' | 'down' | 'not_used';
    readonly whatsapp: 'ok' | 'down' | 'not_paired';
  };
}

export type CheckReadiness = ReturnType<typeof createCheckReadiness>;

/**
 * Names each part. Ready means that people can be served: the database answers. WhatsApp and Redis
 * down leave the other ways in, so they are named and do not take the instance out of service.
 */
export function createCheckReadiness(deps: {
  /** Rejects when the database does not answer in time. */
  readonly pingDatabase: () => Promise<void>;
  /** null when Redis is not configured. */
  readonly pingRedis: (() => Promise<void>) | null;
  readonly board: ChannelBoard;
}) {
  async function answers(ping: () => Promise<void>): Promise<'ok' | 'down'> {
    return ping().then(
      () => 'ok',
      () => 'down',
    );
  }

  return async function checkReadiness(): Promise<Readiness> {
    const database = await answers(deps.pingDatabase);
    const redis = deps.pingRedis === null ? 'not_used' : await answers(deps.pingRedis);
    const { state } = await deps.board.current();
    const unpaired = state === 'pairing' || state === 'logged_out';
    const whatsapp = state === 'open' ? 'ok' : unpaired ? 'not_paired' : 'down';
    return { ready: database === 'ok', parts: { database, redis, whatsapp } };
  };
}
