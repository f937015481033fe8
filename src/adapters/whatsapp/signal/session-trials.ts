/** A Signal session of libsignal 6.0.0, as far as it is needed to undo what a trial did to it. */
interface Session {
  serialize(): unknown;
  readonly constructor: { deserialize(data: unknown): object };
}

interface Cipher {
  doDecryptWhisperMessage: (this: Cipher, data: Buffer, session?: Session) => Promise<Buffer>;
}

const undone = new WeakSet();

/**
 * libsignal tries a message on each session it has with an address. A trial moves the session's ratchet before the MAC
 * is checked, and when a later session fits, the whole record is stored: a session on which a message was only tried is
 * broken for good, and what is encrypted in it next cannot be read. It happens whenever a phone starts a new session
 * while a message of the older one is on its way. Each failed trial is undone here.
 * @param cipher the prototype of libsignal's `SessionCipher`
 */
export function undoFailedTrials(cipher: Cipher): void {
  const attempt = cipher.doDecryptWhisperMessage;
  if (undone.has(attempt)) return;
  async function attemptAndUndo(this: Cipher, data: Buffer, session?: Session): Promise<Buffer> {
    const before = session?.serialize();
    try {
      return await attempt.call(this, data, session);
    } catch (error) {
      if (session) Object.assign(session, session.constructor.deserialize(before));
      throw error;
    }
  }
  undone.add(attemptAndUndo);
  cipher.doDecryptWhisperMessage = attemptAndUndo;
}
