import { z } from 'zod';
import type { BoardStatus, ChannelBoard } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/field-cipher.js';
import type { RedisConnection } from './connection.js';

const KEY = 'zap-login:channel';
const CONTEXT = 'redis.channel';
/** An owner that has been silent for longer is not there any more; it beats every ten seconds. */
const REMEMBERED_MS = 30_000;

const Stored = z.object({ since: z.coerce.date(), heldUntil: z.coerce.date().nullable() }).loose();

/**
 * The board that all instances read. It carries the pairing QR, so it is encrypted and expires.
 * While Redis is down an instance knows only what it posted itself.
 */
export function createRedisChannelBoard(deps: {
  readonly redis: RedisConnection;
  readonly cipher: FieldCipher;
  readonly log: EventLog;
  readonly initial: BoardStatus;
}): ChannelBoard {
  const { redis, cipher, log, initial } = deps;
  let own = initial;

  function read(text: string): BoardStatus {
    try {
      const plain: unknown = JSON.parse(cipher.decryptText(Buffer.from(text, 'base64'), CONTEXT));
      // Written by this very adapter under a key that nobody else has: the dates are what JSON loses.
      return Stored.parse(plain) as unknown as BoardStatus;
    } catch (error) {
      // Of an instance that has another key already, or tampered with: not a word to believe.
      log.error('redis.board_unreadable', { error });
      return own;
    }
  }

  return {
    post: async (status) => {
      own = status;
      const sealed = cipher.encrypt(JSON.stringify(status), CONTEXT);
      await redis.commands
        .set(KEY, Buffer.from(sealed).toString('base64'), 'PX', REMEMBERED_MS)
        .catch((error: unknown) => {
          log.error('redis.board_not_posted', { error });
        });
    },
    current: async () => {
      const text = await redis.commands.get(KEY).catch((error: unknown) => {
        log.error('redis.board_not_read', { error });
        return undefined;
      });
      if (text === undefined) return own;
      if (text === null) return initial;
      return read(text);
    },
  };
}
