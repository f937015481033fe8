import type { OrderedCommits } from './ordered-commits.js';

/** The part of a `ws` socket that carries frames out. */
export interface FrameSink {
  send(frame: Uint8Array | string, done?: (error?: Error) => void): void;
  readonly readyState: number;
}

/**
 * Output commit: a frame leaves only when every key change made before it is durable. Otherwise a crash between the
 * two leaves the phone with a newer ratchet than the database, and the next message cannot be read.
 * @see Strom & Yemini, "Optimistic recovery in distributed systems" (1985), on output commit
 */
export interface OutputGate {
  /** @returns true once all frames sent so far have left, false when the connection ended before */
  left(): Promise<boolean>;
  /** Frames that still wait never leave. */
  close(): void;
  /** Calls back once nothing can leave any more, at once when that is so already. @returns a function that ends it */
  onClosed(listener: () => void): () => void;
}

const OPEN = 1;

/**
 * Takes the place of the socket's `send`. Frames are already encrypted with a counter, so their order is kept. The
 * caller is told at once that its frame is on the way: it may hold an account-wide lock until then. A frame for a
 * closed connection goes nowhere without an error: whether one left, `left()` tells.
 */
export function createOutputGate(deps: {
  readonly socket: FrameSink;
  readonly commits: Pick<OrderedCommits, 'position' | 'durable' | 'onDurable'>;
}): OutputGate {
  const { socket, commits } = deps;
  const write = socket.send.bind(socket);
  const held: { readonly frame: Uint8Array | string; readonly after: number }[] = [];
  let waiters: { readonly frames: number; readonly tell: (left: boolean) => void }[] = [];
  let accepted = 0;
  let written = 0;
  let closed = false;
  const listeners = new Set<() => void>();

  function release(): void {
    for (let next = held[0]; next && next.after <= commits.durable(); next = held[0]) {
      if (closed) return;
      held.shift();
      write(next.frame, onWritten);
    }
  }

  function onWritten(error?: Error): void {
    if (error) {
      close();
      return;
    }
    written += 1;
    const due = waiters.filter((waiter) => waiter.frames <= written);
    waiters = waiters.filter((waiter) => waiter.frames > written);
    for (const waiter of due) waiter.tell(true);
  }

  function close(): void {
    if (closed) return;
    closed = true;
    unsubscribe();
    for (const listener of [...listeners]) listener();
    held.length = 0;
    for (const waiter of waiters.splice(0)) waiter.tell(false);
  }

  socket.send = (frame, done) => {
    if (done) process.nextTick(done);
    if (socket.readyState !== OPEN) close();
    if (closed) return;
    accepted += 1;
    held.push({ frame, after: commits.position() });
    release();
  };
  const unsubscribe = commits.onDurable(release);

  return {
    left() {
      if (closed) return Promise.resolve(false);
      const frames = accepted;
      if (written >= frames) return Promise.resolve(true);
      return new Promise((tell) => waiters.push({ frames, tell }));
    },
    close,
    onClosed(listener) {
      if (closed) listener();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
