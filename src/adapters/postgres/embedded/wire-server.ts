import net from 'node:net';
import { shareStatements } from './shared-statements.js';
import {
  createTurnQueue,
  type Engine,
  type Peer,
  type Turn,
  type TurnQueue,
} from './turn-queue.js';
import { createFrameReader, type Frame } from './wire-frames.js';

/** Query, FunctionCall and Sync end a turn, Flush asks for what there is so far, the start is a turn of its own. */
const ENDS_TURN = new Set(['Q', 'F', 'S', 'H', 'start']);
const FLUSH = 'H';
const TERMINATE = 'X';
/** "I speak no TLS": the client goes on without, on this unix socket. */
const NO_ENCRYPTION = Buffer.from('N');

function serve(socket: net.Socket, turns: TurnQueue): void {
  const reader = createFrameReader();
  const peer: Peer = { send: (answer) => socket.writable && socket.write(Buffer.from(answer)) };
  let collected: Buffer[] = [];

  function take({ tag, bytes }: Frame): void {
    if (tag === 'encryption') {
      peer.send(NO_ENCRYPTION);
      return;
    }
    if (tag === TERMINATE || tag === 'cancel') {
      socket.end();
      return;
    }
    collected.push(bytes);
    if (!ENDS_TURN.has(tag)) return;
    const messages = new Uint8Array(Buffer.concat(collected));
    collected = [];
    turns.submit(peer, { messages, unfinished: tag === FLUSH });
  }

  socket.on('data', (chunk) => {
    try {
      reader.push(chunk).forEach(take);
    } catch {
      // What is not PostgreSQL's protocol is hung up on, as the real server does.
      socket.destroy();
    }
  });
  // A client that vanished; 'close' follows and cleans up.
  socket.on('error', () => socket.destroy());
  socket.on('close', () => turns.leave(peer));
}

/** A simple query as a turn of its own. */
function queryTurn(sql: string): Turn {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.from('Q\0\0\0\0', 'latin1');
  head.writeInt32BE(4 + text.length, 1);
  return { messages: new Uint8Array(Buffer.concat([head, text])), unfinished: false };
}

export interface WireServer {
  /** Runs a statement between the clients' turns, outside of any transaction; its answer is dropped. */
  submit(sql: string): void;
  /** Hangs up on every client and stops listening. */
  stop(): Promise<void>;
}

/** Speaks PostgreSQL's protocol on a unix socket for an embedded engine. */
export async function startWireServer(input: {
  readonly engine: Engine;
  readonly socketPath: string;
  /** The engine broke in the middle of its work: nothing more can be answered. */
  readonly onBroken: (error: unknown) => void;
}): Promise<WireServer> {
  const turns = createTurnQueue(shareStatements(input.engine), input.onBroken);
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, turns);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(input.socketPath, resolve);
  });
  return {
    submit: (sql) => turns.submit({ send: () => undefined }, queryTurn(sql)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
