import { setTimeout as delay } from 'node:timers/promises';
import type { BinaryNode } from '@whiskeysockets/baileys';
import type { WebSocket } from 'ws';
import type { CertificateAuthority } from './certificate-authority.js';
import type { Connection } from './link.js';
import { createNoiseServer, type ClientHandshake } from './noise-server.js';
import { stanza } from './stanza.js';

export interface ConnectionEvents {
  readonly authority: CertificateAuthority;
  /** Milliseconds every stanza to the client, and the answer in the handshake, is held back, read for each one. */
  readonly latencyMs: () => number;
  readonly opened: (connection: Connection, handshake: ClientHandshake) => void;
  readonly received: (connection: Connection, node: BinaryNode) => void;
  readonly closed: (connection: Connection) => void;
  /** A client that breaks the protocol, or a bug: the socket is dropped after it. */
  readonly failed: (error: unknown) => void;
}

const CLOSE_GRACE_MS = 2_000;

export function createConnection(socket: WebSocket, events: ConnectionEvents): Connection {
  const noise = createNoiseServer(events.authority);
  const outbox = createDelayedQueue<BinaryNode>(events.latencyMs, (node) => {
    if (socket.readyState === socket.OPEN) socket.send(noise.encode(node));
  });
  let stage: 'hello' | 'finish' | 'open' = 'hello';
  let work = Promise.resolve();

  function end(lastWord: BinaryNode): void {
    outbox.add(lastWord);
    setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref();
  }

  const connection: Connection = {
    send: outbox.add,
    endStream({ code, conflict }) {
      const reason = conflict && [stanza('conflict', { type: conflict })];
      end(stanza('stream:error', { code }, reason));
    },
    refuseLogin: (reason) => end(stanza('failure', { reason: String(reason), location: 'frc' })),
    drop: () => socket.terminate(),
    device: undefined,
    registration: undefined,
  };

  async function takeFrame(frame: Buffer): Promise<void> {
    switch (stage) {
      case 'hello': {
        const answer = noise.answerHello(frame);
        stage = 'finish';
        await delay(events.latencyMs());
        if (socket.readyState === socket.OPEN) socket.send(answer);
        return;
      }
      case 'finish':
        stage = 'open';
        events.opened(connection, noise.finish(frame));
        return;
      case 'open':
        events.received(connection, await noise.decode(frame));
    }
  }

  socket.on('message', (data: Buffer) => {
    work = work
      .then(async () => {
        for (const frame of noise.takeFrames(data)) await takeFrame(frame);
      })
      .catch((error: unknown) => {
        socket.terminate();
        events.failed(error);
      });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    outbox.clear();
    events.closed(connection);
  });
  return connection;
}

interface DelayedQueue<Item> {
  readonly add: (item: Item) => void;
  readonly clear: () => void;
}

/** First in, first out, each item held back by the latency at the time it was added. */
function createDelayedQueue<Item>(
  latencyMs: () => number,
  deliver: (item: Item) => void,
): DelayedQueue<Item> {
  let waiting: { item: Item; due: number }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function run(): void {
    timer = undefined;
    while (waiting[0] && waiting[0].due <= Date.now()) {
      const next = waiting.shift();
      if (next) deliver(next.item);
    }
    const [head] = waiting;
    if (head) timer = setTimeout(run, Math.max(1, head.due - Date.now()));
  }

  return {
    add(item) {
      const delay = latencyMs();
      if (delay === 0 && waiting.length === 0) {
        deliver(item);
        return;
      }
      waiting.push({ item, due: Date.now() + delay });
      timer ??= setTimeout(run, delay);
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
