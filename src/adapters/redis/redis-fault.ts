/**
 * Why Redis cannot be used: it gives no answer, it refuses to store, or it is a cluster, which needs another client.
 */
export type RedisFault = 'down' | 'refuses_writes' | 'is_cluster';

/**
 * The first word of Redis's error: memory is full, a replica, the disk failed, too few replicas. Inside a script it
 * comes later.
 */
const REFUSES_WRITES = /(?:^|[\s-])(?:OOM|READONLY|MISCONF|NOREPLICAS)\b/;
/** The key belongs to another node. */
const IS_CLUSTER = /^(?:MOVED|ASK|CLUSTERDOWN|CROSSSLOT|TRYAGAIN)\b/;
/** It starts, is busy with a script, lost its primary, or refuses our credentials. */
const NO_ANSWER = /^(?:LOADING|BUSY|MASTERDOWN|NOAUTH|NOPERM|WRONGPASS|DENIED|UNBLOCKED)\b/;

/** @returns null when Redis works and only this command was wrong, such as one on a key of another type */
export function redisFaultOf(error: unknown): RedisFault | null {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (REFUSES_WRITES.test(message)) return 'refuses_writes';
  if (IS_CLUSTER.test(message)) return 'is_cluster';
  return name === 'ReplyError' && !NO_ANSWER.test(message) ? null : 'down';
}

/** Whether the address may lead to another server by now: this one became a replica, or has stopped answering. */
export function wantsNewConnection(error: unknown): boolean {
  return error instanceof RedisTimeoutError || /\bREADONLY\b/.test(String(error));
}

/** Redis gave no answer in time. */
export class RedisTimeoutError extends Error {
  override readonly name = 'RedisTimeoutError';
}

/** Redis was not asked, because it is known to be unusable. */
export class RedisAwayError extends Error {
  override readonly name = 'RedisAwayError';
  readonly fault: RedisFault;

  constructor(fault: RedisFault) {
    super(`Redis is not asked: ${fault}`);
    this.fault = fault;
  }
}
