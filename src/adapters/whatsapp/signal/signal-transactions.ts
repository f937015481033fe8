import { AsyncLocalStorage } from 'node:async_hooks';

import {
  addTransactionCapability,
  DEFAULT_CONNECTION_CONFIG,
  type SignalKeyStore,
  type SignalKeyStoreWithTransaction,
  type SocketConfig,
} from '@whiskeysockets/baileys';

type MakeSignalRepository = SocketConfig['makeSignalRepository'];

export interface DecryptionGuard {
  /** False once what is decrypted could not be acknowledged any more: it stays as it is, to be delivered again. */
  readonly mayDecrypt: () => boolean;
  /** Called before a decryption changes keys; what it returns is called after, with whether it went well. */
  readonly decrypting: () => (decrypted: boolean) => void;
}

/**
 * Baileys sends a message inside a transaction that buffers key writes and hands them over after the frame is on the
 * socket, which no store can make crash-safe. Two changes, through the options it offers, put the write before the
 * frame (the third is about what is written at all):
 * - Encryption and decryption get transactions of their own, one at a time for each address, that end before the frame
 *   is built. It also keeps an incoming and an outgoing message of one chat from overwriting each other's ratchet.
 * - The account-wide transaction keeps its lock and buffers no more.
 * - Keys of groups are not kept. No group is read (`isNoChat` in socket-session.ts), and any message may bring one for a
 *   group that its sender names, so that a stranger could have as many stored as they like.
 * @param keys the store under Baileys' own layer
 * @param guard asked before each decryption
 */
export function durableSignalRepository(
  keys: SignalKeyStore,
  guard: DecryptionGuard,
): MakeSignalRepository {
  return (auth, logger, findLids) => {
    if (!('transaction' in auth.keys)) throw new Error('Baileys gave no transactions to replace.');
    lockWithoutBuffer(auth.keys);
    const perAddress = addTransactionCapability(
      keys,
      logger,
      DEFAULT_CONNECTION_CONFIG.transactionOpts,
    );
    const atWork = new AsyncLocalStorage<true>();
    const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(
      { creds: auth.creds, keys: perAddress },
      logger,
      // Asked in the middle of such a transaction, WhatsApp's answer might wait for the very frame that waits for it.
      async (numbers) => (atWork.getStore() ? [] : findLids?.(numbers)),
    );
    const encrypt = repository.encryptMessage.bind(repository);
    repository.encryptMessage = (input) => atWork.run(true, () => encrypt(input));
    const decrypt = repository.decryptMessage.bind(repository);
    repository.processSenderKeyDistributionMessage = () => Promise.resolve();
    let yielded = Promise.resolve();
    repository.decryptMessage = async (input) => {
      await yielded;
      if (!guard.mayDecrypt()) throw new Error('The connection ended before this was decrypted.');
      const ended = guard.decrypting();
      let decrypted = false;
      try {
        const content = await atWork.run(true, () => decrypt(input));
        decrypted = true;
        return content;
      } finally {
        yielded = yieldToEventLoop();
        ended(decrypted);
      }
    };
    return repository;
  };
}

/** About what a decryption takes; a first message takes longer. */
const YIELD_MS = 5;

/**
 * Keys come from memory, so a thousand messages would be decrypted without a turn of the event loop: for seconds no
 * answer of the database would be read, not even the one that renews the number's lease. One turn between two would
 * still make each statement of a chat's turn wait for a decryption.
 */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, YIELD_MS));
}

/** Replaces `transaction` by mutual exclusion for each key, re-entrant like the original; writes go straight on. */
function lockWithoutBuffer(keys: SignalKeyStoreWithTransaction): void {
  const inside = new AsyncLocalStorage<true>();
  const tails = new Map<string, Promise<unknown>>();

  keys.transaction = (work, key) => {
    if (inside.getStore()) return work();
    const result = (tails.get(key) ?? Promise.resolve()).then(() => inside.run(true, work));
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return result;
  };
}
