import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createSharedChannelBoard } from '#src/adapters/postgres/tables/channel-board.js';
import { createChannelHolds } from '#src/adapters/postgres/tables/channel-holds.js';
import { newPhone, NOON, register, type Parts } from './parts.js';
import { PAIRING, quietLog, STOPPED } from './redis-parts.js';

/** The bot's state while it pairs and what WhatsApp refuses, for other instances; a step of the sweep that failed. */
export async function leaveTracesOfInstances(parts: Parts): Promise<void> {
  const { database, store, masterKeys } = parts;
  const { phone } = await register(parts);
  const to = { phone: newPhone(), memory: null };
  await store.accounts.replacePhone({ from: phone, to, now: NOON });
  const cipher = createFieldCipher(createKeyRing(masterKeys));
  const board = createSharedChannelBoard({
    ...{ db: database.db, cipher, clock: { now: () => NOON }, log: quietLog() },
    ...{ bot: 'other', instance: 'one', initial: STOPPED },
  });
  await board.post(PAIRING);
  await store.sweepFaults.count('challenges', NOON);
  await createChannelHolds(database).write('answers', { heldUntil: NOON, holdMs: 600_000 });
}
