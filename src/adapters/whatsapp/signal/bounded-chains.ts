interface Chain {
  /** Without a key it is closed: only message keys that were set aside can still be used. */
  readonly chainKey: { readonly key?: Buffer | undefined };
  /** Set aside for messages that were left out, by their number; they are used once. */
  readonly messageKeys: Record<string, Buffer>;
}

/** A Signal session of libsignal 6.0.0: its chains in the order in which they were begun. */
interface Session {
  readonly _chains: Record<string, Chain>;
}

/** All sessions with one device. */
interface SessionRecord {
  /** The one that was used last comes first. */
  getSessions(): readonly Session[];
}

interface Cipher {
  storeRecord: (record: SessionRecord) => Promise<void>;
}

/** As in Signal's own JavaScript library; its others keep five. */
const CLOSED_KEPT = 10;
/** As many as libsignal lets one message leave out. */
const MESSAGE_KEYS_KEPT = 2_000;

const bounded = new WeakSet();

/**
 * libsignal never forgets a part of a session, and all of it is read and written with each message:
 * - It closes a receiving chain with each answer and keeps it. Here a session keeps the last ten closed chains.
 * - It sets a key aside for each message that was left out, up to 2,000 with one message and any number in all, so that
 *   a phone that leaves messages out on purpose fills memory and database. Here a device has 2,000 in all its sessions.
 *
 * A message that is late by more than that is asked for again, as with Signal's other libraries.
 * @param cipher the prototype of libsignal's `SessionCipher`
 */
export function boundChains(cipher: Cipher): void {
  const store = cipher.storeRecord;
  if (bounded.has(store)) return;
  function forgetAndStore(this: Cipher, record: SessionRecord): Promise<void> {
    const sessions = record.getSessions();
    for (const session of sessions) forgetChains(session);
    forgetMessageKeys(sessions);
    return store.call(this, record);
  }
  bounded.add(forgetAndStore);
  cipher.storeRecord = forgetAndStore;
}

function forgetChains({ _chains: chains }: Session): void {
  const closed = Object.entries(chains).filter(([, { chainKey }]) => !chainKey.key);
  for (const [id] of closed.slice(0, -CLOSED_KEPT)) Reflect.deleteProperty(chains, id);
}

/** The oldest ones go first. */
function forgetMessageKeys(sessions: readonly Session[]): void {
  let left = MESSAGE_KEYS_KEPT;
  for (const { _chains: chains } of sessions) {
    for (const { messageKeys } of Object.values(chains).reverse()) {
      const numbers = Object.keys(messageKeys);
      const forgotten = numbers.slice(0, Math.max(0, numbers.length - left));
      for (const number of forgotten) Reflect.deleteProperty(messageKeys, number);
      left -= numbers.length - forgotten.length;
    }
  }
}
