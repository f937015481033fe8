import { z } from 'zod';
import type { BoardStatus, ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { FieldCipher } from '#src/app/ports/crypto/field-cipher.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { Db } from './table-deps.js';

/** An owner that has written nothing for longer is taken for dead; it writes every ten seconds. */
const REMEMBERED_MS = 30_000;

const Stored = z
  .object({
    since: z.coerce.date(),
    heldUntil: z.coerce.date().nullable(),
    nextTryAt: z.coerce.date().nullish(),
  })
  .loose();

/** The board of several instances, with the call that the owner makes when it no longer owns the number. */
export interface SharedChannelBoard extends ChannelBoard {
  /** From now on this process reads the stored status, too. */
  leave(): void;
}

/**
 * The board that all instances read, in the database (decision 0013). The owner uses its own memory, so that it works
 * without the database; the others read what the owner of the lease stored last. Encrypted: it carries the pairing QR.
 */
export function createSharedChannelBoard(deps: {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Names the bot's number and its lease. */
  readonly bot: string;
  /** Names this process, as the lease does. */
  readonly instance: string;
  readonly initial: BoardStatus;
}): SharedChannelBoard {
  const { db, cipher, clock, log, bot, instance, initial } = deps;
  const context = `channel_state.status_box:${bot}`;
  let own: { readonly status: BoardStatus; readonly at: number } | null = null;
  let storing: Promise<void> | null = null;
  let unstored = false;

  /**
   * One statement: while another process holds the lease nothing changes. A process that leaves the number alone for a
   * while still stores why.
   */
  async function store(status: BoardStatus): Promise<boolean> {
    const ciphertext = cipher.encrypt(JSON.stringify(status), context);
    const stored = await db.execute`
      INSERT INTO channel_state (bot, owner, status_box, seen_at)
      SELECT ${bot}, ${instance}, ${ciphertext}::bytea, clock_timestamp()
      WHERE NOT EXISTS (SELECT 1 FROM lease
        WHERE name = ${botLeaseName(bot)} AND owner <> ${instance}
          AND expires_at > clock_timestamp())
      ON CONFLICT (bot) DO UPDATE
        SET owner = EXCLUDED.owner, status_box = EXCLUDED.status_box, seen_at = EXCLUDED.seen_at`;
    return stored === 1;
  }

  /** One write at a time, always of the latest status: an older status never overwrites a newer one. */
  async function storeLatest(): Promise<void> {
    try {
      while (unstored && own !== null) {
        unstored = false;
        if (!(await store(own.status))) own = null;
      }
    } catch (error) {
      // The owner keeps its own status; the next beat stores it.
      log.error('channel.state_not_stored', { error });
    } finally {
      storing = null;
    }
  }

  function read(ciphertext: Uint8Array): BoardStatus {
    try {
      const plain: unknown = JSON.parse(cipher.decryptText(ciphertext, context));
      // Only this adapter has the key that it is encrypted with, so its shape is trusted; only the dates, which JSON
      // loses, are parsed.
      return Stored.parse(plain) as unknown as BoardStatus;
    } catch (error) {
      // Written by an instance that has another key already, or changed by an attacker: it is ignored.
      log.error('channel.state_unreadable', { error });
      return initial;
    }
  }

  return {
    post: async (status) => {
      own = { status, at: clock.now().getTime() };
      unstored = true;
      storing ??= storeLatest();
      await storing;
    },
    current: async () => {
      if (own !== null && clock.now().getTime() - own.at < REMEMBERED_MS) return own.status;
      const rows = await db.query<{ ciphertext: Uint8Array }>`
        SELECT status_box AS ciphertext FROM channel_state
        WHERE bot = ${bot}
          AND seen_at > clock_timestamp() - ${REMEMBERED_MS}::int * interval '1 millisecond'`;
      return rows[0] === undefined ? initial : read(rows[0].ciphertext);
    },
    leave: () => {
      own = null;
    },
  };
}
