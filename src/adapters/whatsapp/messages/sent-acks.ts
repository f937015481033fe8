/**
 * WhatsApp acknowledges each message it has taken (`<ack class="message">`), and each it refuses. Until then a message
 * may be lost with the connection, however long ago its bytes left: a network that is gone swallows them without an
 * error.
 */
export interface SentAcks {
  /** To be called before the message leaves. */
  expect(messageId: string): ExpectedAck;
  /** Gets every stanza that comes in. */
  hear(stanza: unknown): void;
  /** The connection has ended: what was not acknowledged never will be. */
  close(): void;
}

interface ExpectedAck {
  /**
   * To be called when the bytes have left.
   * @returns what WhatsApp said, that the connection ended before, or that it held on and said nothing
   */
  outcome(): Promise<AckOutcome>;
  /** The message never left. */
  forget(): void;
}

type AckOutcome =
  | { readonly kind: 'taken' | 'ended' | 'silent' }
  /** With WhatsApp's error code, such as `463`. */
  | { readonly kind: 'refused'; readonly code: string };

/**
 * The library notices that nothing comes any more at a keep-alive, 35 to 65 s after the last stanza. A socket that is
 * open after this time has received something since the message left.
 */
const LONGEST_SILENCE_MS = 75_000;

/** @param isOpen whether the socket is open */
export function createSentAcks(
  isOpen: () => boolean,
  longestSilenceMs = LONGEST_SILENCE_MS,
): SentAcks {
  const waiting = new Map<string, (outcome: AckOutcome) => void>();
  let closed = false;

  return {
    expect(messageId) {
      let settle: (outcome: AckOutcome) => void = () => undefined;
      const settled = new Promise<AckOutcome>((resolve) => {
        settle = resolve;
      });
      if (closed) settle({ kind: 'ended' });
      else waiting.set(messageId, settle);
      const forget = (): void => {
        if (waiting.get(messageId) === settle) waiting.delete(messageId);
      };
      return {
        forget,
        async outcome() {
          const timer = setTimeout(
            () => settle({ kind: isOpen() ? 'silent' : 'ended' }),
            longestSilenceMs,
          );
          const outcome = await settled;
          clearTimeout(timer);
          forget();
          return outcome;
        },
      };
    },
    hear(stanza) {
      const heard = readAck(stanza);
      if (heard) waiting.get(heard.messageId)?.(heard.outcome);
    },
    close() {
      closed = true;
      for (const settle of waiting.values()) settle({ kind: 'ended' });
      waiting.clear();
    },
  };
}

function readAck(stanza: unknown): { messageId: string; outcome: AckOutcome } | null {
  if (typeof stanza !== 'object' || stanza === null) return null;
  if (!('tag' in stanza) || stanza.tag !== 'ack' || !('attrs' in stanza)) return null;
  const { id, error, ...rest } = stanza.attrs as Readonly<Record<string, string | undefined>>;
  if (rest['class'] !== 'message' || id === undefined) return null;
  return {
    messageId: id,
    outcome: error === undefined ? { kind: 'taken' } : { kind: 'refused', code: error },
  };
}
