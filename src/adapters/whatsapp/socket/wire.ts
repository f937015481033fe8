import type { WASocket } from '@whiskeysockets/baileys';

import type { FrameSink } from '../signal/output-gate.js';

/** The `ws` socket under Baileys' client. */
export interface Wire extends FrameSink {
  close(...goodbye: unknown[]): void;
  terminate(): void;
  once(event: 'message' | 'close', listener: () => void): unknown;
}

/** A peer that is gone does not answer the close; the WebSocket library would wait for half a minute. */
const GOODBYE_MS = 2_000;
/** From the first packet to WhatsApp's hello; Baileys allows as much for the upgrade alone. */
const HELLO_MS = 20_000;

/** The socket under Baileys' client, which exists from the start, with limits of time for its first and last word. */
export function wireOf(socket: WASocket): Wire {
  const { socket: wire } = socket.ws as unknown as { readonly socket: Wire | null };
  if (!wire) throw new Error('Baileys opened no socket.');
  const close = wire.close.bind(wire);
  wire.close = (...goodbye) => {
    close(...goodbye);
    setTimeout(() => wire.terminate(), GOODBYE_MS).unref();
  };
  limitHello(wire, HELLO_MS);
  return wire;
}

/** Ends a connection on which nothing has come after `withinMs`: no upgrade, or no hello after it. */
export function limitHello(wire: Pick<Wire, 'once' | 'terminate'>, withinMs: number): void {
  const timer = setTimeout(() => wire.terminate(), withinMs);
  const stop = (): void => clearTimeout(timer);
  wire.once('message', stop);
  wire.once('close', stop);
}
