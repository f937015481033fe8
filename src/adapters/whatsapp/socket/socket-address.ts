import { Agent } from 'node:https';

/** Where the socket connects to, and how its server is proven. */
export interface SocketAddress {
  readonly url: string;
  /** Verifies TLS certificates whatever the environment says; undefined for an unencrypted loopback socket. */
  readonly agent: Agent | undefined;
}

const WHATSAPP = 'wss://web.whatsapp.com/ws/chat';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * TLS is what proves the server before the Noise handshake does, so it is not optional: `ws://` only to this machine
 * and outside production.
 * @param url another address than WhatsApp's, for a simulator
 * @throws when the address would leave the connection unprotected
 */
export function resolveSocketAddress(input: {
  readonly url: string | undefined;
  readonly production: boolean;
}): SocketAddress {
  const url = new URL(input.url ?? WHATSAPP);
  // An explicit true wins over NODE_TLS_REJECT_UNAUTHORIZED=0.
  if (url.protocol === 'wss:')
    return { url: url.href, agent: new Agent({ rejectUnauthorized: true }) };
  if (url.protocol !== 'ws:') throw new Error('The WhatsApp address is no WebSocket address.');
  if (input.production) throw new Error('WhatsApp is reached over TLS only in production.');
  if (!LOOPBACK.has(url.hostname))
    throw new Error('Without TLS the WhatsApp address must be on this machine.');
  return { url: url.href, agent: undefined };
}
