import type { BinaryNode } from '@whiskeysockets/baileys';
import { describe, expect, it } from 'vitest';

import { createLibraryLog } from '#src/adapters/whatsapp/socket/library-log.js';
import { resolveSocketAddress } from '#src/adapters/whatsapp/socket/socket-address.js';
import { dropUnencrypted } from '#src/adapters/whatsapp/messages/unencrypted.js';

describe('the address of the socket', () => {
  it('is WhatsApp’s, with certificates verified whatever the environment says', () => {
    const { url, agent } = resolveSocketAddress({ url: undefined, production: true });
    expect(url).toBe('wss://web.whatsapp.com/ws/chat');
    expect(agent?.options.rejectUnauthorized).toBe(true);
  });

  it.each(['ws://127.0.0.1:3001/ws/chat', 'ws://localhost:1/', 'ws://[::1]:1/'])(
    'may be %s outside production only',
    (url) => {
      expect(resolveSocketAddress({ url, production: false })).toMatchObject({ url });
      expect(() => resolveSocketAddress({ url, production: true })).toThrow(/TLS/);
    },
  );

  it.each(['ws://whatsapp.example/ws', 'ws://127.0.0.1.evil.example/', 'http://127.0.0.1/', 'x'])(
    'is never %s',
    (url) => {
      expect(() => resolveSocketAddress({ url, production: false })).toThrow();
    },
  );
});

describe('the library’s log', () => {
  it('lets known sentences through and no field, no other sentence and no lower level', () => {
    const lines: unknown[] = [];
    const note = (...line: unknown[]): void => void lines.push(line);
    const logger = createLibraryLog({ info: note, warn: note, error: note }).child({ class: 'x' });
    logger.error(
      { privKey: 'secret', jid: '5511987654321@s.whatsapp.net' },
      'failed to decrypt message',
    );
    logger.warn('sending message to 5511987654321@s.whatsapp.net');
    logger.warn({ text: 'secret' });
    for (const level of ['info', 'debug', 'trace'] as const)
      logger[level]({ secret: 1 }, 'stream errored out');
    expect(lines).toEqual([['whatsapp.library', { sentence: 'failed to decrypt message' }]]);
  });
});

describe('an unencrypted part', () => {
  const plaintext: BinaryNode = { tag: 'plaintext', attrs: {}, content: Buffer.from('x') };
  const enc: BinaryNode = { tag: 'enc', attrs: { type: 'msg' }, content: Buffer.from('y') };
  const message = (content: BinaryNode[]): BinaryNode => ({ tag: 'message', attrs: {}, content });

  it('is taken out of a message that has an encrypted one', () => {
    const frame = message([plaintext, enc]);
    dropUnencrypted(frame);
    expect(frame.content).toEqual([enc]);
  });

  it('leaves nothing to read when it stands alone', () => {
    const frame = message([plaintext]);
    dropUnencrypted(frame);
    expect(frame.content).toEqual([
      { tag: 'unavailable', attrs: { type: 'bot_unavailable_fanout' } },
    ]);
  });

  it.each([
    ['other messages', message([enc])],
    ['other stanzas', { tag: 'iq', attrs: {}, content: [plaintext] }],
    ['handshake bytes', Buffer.from('x')],
    ['nothing', undefined],
  ])('is not looked for in %s', (_, frame) => {
    const before = structuredClone(frame);
    dropUnencrypted(frame);
    expect(structuredClone(frame)).toEqual(before);
  });
});
