interface Chain {
  /** Without a key it is closed: only message keys that were set aside can still be used. */
  readonly chainKey: { readonly key?: Buffer | undefined };
}

/** A Signal session of libsignal 6.0.0: its chains in the order in which they were begun. */
interface Session {
  readonly _chains: Record<string, Chain>;
}

interface Cipher {
  maybeStepRatchet: (session: Session, remoteKey: Buffer, previousCounter: number) => void;
}

/** As in Signal's own JavaScript library; its others keep five. */
const CLOSED_KEPT = 10;

const bounded = new WeakSet();

/**
 * libsignal closes a receiving chain with each answer and never forgets one: a session grows by some hundred bytes with
 * each turn of a chat, and all of it is read and written with each message. Here a session keeps the last ten closed
 * chains; a message that is late by more turns than that is asked for again, as with Signal's other libraries.
 * @param cipher the prototype of libsignal's `SessionCipher`
 */
export function boundChains(cipher: Cipher): void {
  const step = cipher.maybeStepRatchet;
  if (bounded.has(step)) return;
  function stepAndForget(this: Cipher, ...[session, ...input]: Parameters<typeof step>): void {
    step.call(this, session, ...input);
    const closed = Object.entries(session._chains).filter(([, { chainKey }]) => !chainKey.key);
    for (const [id] of closed.slice(0, -CLOSED_KEPT)) Reflect.deleteProperty(session._chains, id);
  }
  bounded.add(stepAndForget);
  cipher.maybeStepRatchet = stepAndForget;
}
