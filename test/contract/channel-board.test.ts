import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createSharedChannelBoard } from '#src/adapters/postgres/tables/channel-board.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import { contract, NOON } from './parts.js';
import { PAIRING, quietLog, STOPPED } from './redis-parts.js';

const OPEN: BoardStatus = { ...PAIRING, state: 'open', qr: null };

contract('the board of several instances', (parts) => {
  let bot: string;
  let now: Date;
  let log: ReturnType<typeof quietLog>;
  beforeEach(() => {
    [bot, now, log] = [randomUUID(), NOON, quietLog()];
  });

  /** One process; `broken`: the database does not answer it. */
  function instance(options: { readonly broken?: boolean; readonly key?: Uint8Array } = {}) {
    const { database, masterKeys } = parts();
    const keys = options.key === undefined ? masterKeys : [options.key];
    const away = () => Promise.reject(new Error('away'));
    const db =
      options.broken === true ? { ...database.db, execute: away, query: away } : database.db;
    const id = randomUUID();
    const board = createSharedChannelBoard({
      ...{ db, cipher: createFieldCipher(createKeyRing(keys)), log, bot },
      ...{ clock: { now: () => now }, instance: id, initial: STOPPED },
    });
    return {
      board,
      own: () => parts().leases.acquire({ name: botLeaseName(bot), owner: id, ttlMs: 6_000 }),
      release: (epoch: bigint) =>
        parts().leases.release({ name: botLeaseName(bot), owner: id, epoch }),
    };
  }

  it('case C6: what the owner stored is what the others read, dates and all', async () => {
    const [owner, other] = [instance(), instance()];
    expect(await other.board.current()).toEqual(STOPPED);
    await owner.own();
    await owner.board.post(PAIRING);
    expect(await other.board.current()).toEqual(PAIRING);
    const row = await parts().database.prisma.channelState.findUniqueOrThrow({ where: { bot } });
    expect(Buffer.from(row.statusBox).toString('latin1')).not.toContain('a-secret');
  });

  it('case C6: an owner without its database believes itself, and says so in the log', async () => {
    const owner = instance({ broken: true });
    await owner.own();
    await owner.board.post(OPEN);
    expect(await owner.board.current()).toEqual(OPEN);
    expect(log.events).toEqual(['channel.state_not_stored']);
    owner.board.leave();
    await expect(owner.board.current()).rejects.toThrow('away');
  });

  it('case C6: who lost the lease to another stores nothing and does not believe itself', async () => {
    const [owner, former, other] = [instance(), instance(), instance()];
    const grant = await former.own();
    await former.board.post(PAIRING);
    await former.release(grant?.epoch ?? 0n);
    await owner.own();
    await owner.board.post(OPEN);
    await former.board.post(PAIRING);
    expect(await other.board.current()).toEqual(OPEN);
    expect(await former.board.current()).toEqual(OPEN);
  });

  it('case C6: an owner that gave the lease up goes on saying why, until another one has it', async () => {
    const [owner, other] = [instance(), instance()];
    const grant = await owner.own();
    await owner.release(grant?.epoch ?? 0n);
    const replaced: BoardStatus = { ...STOPPED, state: 'replaced', cause: 'another_connection' };
    await owner.board.post(replaced);
    expect(await other.board.current()).toEqual(replaced);
    expect(await owner.board.current()).toEqual(replaced);
  });

  it('case C6: the last of many words at once is the one that stays', async () => {
    const [owner, other] = [instance(), instance()];
    await owner.own();
    const posts = Array.from({ length: 30 }, (_, n) => {
      const isLast = n === 29;
      return owner.board.post(isLast ? OPEN : { ...PAIRING, qr: `2@${n}` });
    });
    await Promise.all(posts);
    expect(await other.board.current()).toEqual(OPEN);
  });

  it('case C6: an owner that has been silent for half a minute is not there any more', async () => {
    const [owner, other] = [instance(), instance()];
    await owner.own();
    await owner.board.post(OPEN);
    await parts().database.prisma.$executeRaw`
      UPDATE channel_state SET seen_at = seen_at - interval '31 seconds' WHERE bot = ${bot}`;
    expect(await other.board.current()).toEqual(STOPPED);
    now = new Date(now.getTime() + 31_000);
    expect(await owner.board.current()).toEqual(STOPPED);
  });

  it('leaves the board unknown when the row was written without our key', async () => {
    const [stranger, other] = [instance({ key: randomBytes(32) }), instance()];
    await stranger.own();
    await stranger.board.post(OPEN);
    expect(await other.board.current()).toEqual(STOPPED);
    expect(log.events).toEqual(['channel.state_unreadable']);
  });
});
