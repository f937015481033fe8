import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

import { limitHello } from '#src/adapters/whatsapp/socket/wire.js';

import { ownMessageId, setBotStage } from './bot-stage.js';

const SOON_MS = 30;
const opened: (Server | WebSocketServer)[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

/** A server that takes connections and says nothing on them. */
async function mute(server: Server | WebSocketServer): Promise<WebSocket> {
  opened.push(server);
  if (!server.address()) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return new WebSocket(`ws://127.0.0.1:${port}`);
}

describe('the limit for the first word of WhatsApp', () => {
  it('ends a connection that is never upgraded', async () => {
    const wire = await mute(createServer().listen(0, '127.0.0.1'));
    const failed = once(wire, 'error');
    limitHello(wire, SOON_MS);
    await failed;
    expect(wire.readyState).toBeGreaterThan(WebSocket.OPEN);
  });

  it('ends a connection on which no hello comes', async () => {
    const wire = await mute(new WebSocketServer({ port: 0, host: '127.0.0.1' }));
    await once(wire, 'open');
    const closed = once(wire, 'close');
    limitHello(wire, SOON_MS);
    await closed;
  });

  it('is over with the first word', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (peer) => {
      peer.send('hello');
      // By then the limit is long over.
      setTimeout(() => peer.send('still there'), 4 * SOON_MS);
    });
    const wire = await mute(server);
    limitHello(wire, 2 * SOON_MS);
    await once(wire, 'message');
    const [text] = (await once(wire, 'message')) as [Buffer];
    expect(String(text)).toBe('still there');
    wire.terminate();
  });
});

it('makes no error for a time-out when a frame leaves', async () => {
  const stage = await setBotStage();
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace') ?? {
    value: undefined,
    writable: true,
    configurable: true,
  };
  try {
    const life = await stage.paired();
    const ana = await stage.control.phone('5511987654321', 'Ana');
    await ana.send('um');
    const { chat } = await life.hears('um');
    const { channel } = life.connection;
    const send = (text: string) => channel.send({ chat, messageId: ownMessageId(), text });
    // Asks WhatsApp for the phone's devices: queries keep their limit of time.
    await send('primeira');
    const stacks: (string | null)[] = [];
    Error.prepareStackTrace = (error, calls) => {
      stacks.push(calls[0]?.getFunctionName() ?? null);
      return String(error);
    };
    expect((await send('segunda')).ok).toBe(true);
    expect(
      stacks.filter((name) => name === 'promiseTimeout' || name === 'delayCancellable'),
    ).toEqual([]);
  } finally {
    Object.defineProperty(Error, 'prepareStackTrace', prepare);
    await stage.end();
  }
});
