/** The one session of an embedded database. */
export interface Engine {
  /** Runs protocol messages; `send` gets the answer piece by piece. Rejects when the database itself broke. */
  run(messages: Uint8Array, send: (answer: Uint8Array) => void): Promise<void>;
  /** Whether a transaction block is open. */
  inTransaction(): boolean;
}

/** A client's connection. */
export interface Peer {
  send(answer: Uint8Array): void;
}

/** Messages that belong together: a simple query, or everything up to a Sync. */
export interface Turn {
  readonly messages: Uint8Array;
  /** More of the same extended query follows (it ended with a Flush): no other connection may run in between. */
  readonly unfinished: boolean;
}

/** A Sync, which ends an extended query that was cut off, and the simple query ROLLBACK. */
const SYNC_AND_ROLLBACK = Buffer.from('S\0\0\0\x04Q\0\0\0\x0dROLLBACK\0', 'latin1');

/**
 * Shares one session between connections: one turn at a time, in the order they came, and while a connection has a
 * transaction open only its own turns. A turn is never cut: unnamed statements belong to the session, so a Bind would
 * otherwise meet the statement another connection has just parsed.
 */
export function createTurnQueue(engine: Engine, onBroken: (error: unknown) => void) {
  const gone = new WeakSet<Peer>();
  let waiting: { readonly peer: Peer; readonly turn: Turn }[] = [];
  let owner: Peer | null = null;
  let running = false;

  function takeNext() {
    const at = owner === null ? 0 : waiting.findIndex(({ peer }) => peer === owner);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  }

  async function runAll(): Promise<void> {
    for (;;) {
      if (owner !== null && gone.has(owner)) {
        owner = null;
        await engine.run(SYNC_AND_ROLLBACK, () => undefined);
      }
      const next = takeNext();
      if (!next) return;
      await engine.run(next.turn.messages, (answer) => next.peer.send(answer));
      owner = next.turn.unfinished || engine.inTransaction() ? next.peer : null;
    }
  }

  function wake(): void {
    if (running) return;
    running = true;
    runAll().then(() => {
      running = false;
    }, onBroken);
  }

  return {
    /** Adds a turn behind those that wait. */
    submit: (peer: Peer, turn: Turn): void => {
      waiting.push({ peer, turn });
      wake();
    },
    /** Forgets what a closed connection still wanted and rolls back what it left open. */
    leave: (peer: Peer): void => {
      gone.add(peer);
      waiting = waiting.filter((entry) => entry.peer !== peer);
      wake();
    },
  };
}

export type TurnQueue = ReturnType<typeof createTurnQueue>;
