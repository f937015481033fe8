/**
 * Baileys moves the ratchet, sends the receipt and only then hands the message over. A process that dies in between, or
 * a connection that ends there, loses it: WhatsApp delivers it again, and it cannot be read twice. So:
 * - From the decryption of a message until it is stored, key commits are held, and with them the receipt, which leaves
 *   only after the commit. A crash before that makes WhatsApp deliver the message again to the older keys; the message
 *   id in the database sorts out a repetition.
 * - Once the connection has ended nothing more is decrypted, and what is decrypted already is still handed over.
 */
export interface InboundHolds {
  /**
   * A message is about to be decrypted. Baileys does this for one message at a time.
   * @returns what to call when the decryption has ended, with whether it went well
   */
  decrypting(): (decrypted: boolean) => void;
  /** Whether a message was decrypted, or is being, that was not handed over yet. */
  atHand(): boolean;
  /**
   * The connection has ended, and what it still writes no longer counts: only a message that was read is waited for.
   */
  close(): void;
  /** That message was handed over. @returns what to call when it is stored, or when nothing has to be stored */
  handedOver(): () => void;
}

/** Between decryption and hand-over lie a few turns of the event loop; a message without hand-over holds no longer. */
const LONGEST_HANDOVER_MS = 100;

/** @param hold keeps key changes from being committed until its result is called */
export function createInboundHolds(hold: () => () => void): InboundHolds {
  let current: (() => void) | null = null;
  /** A stanza may hold several encrypted parts: one of the message at hand was read. */
  let partRead = false;
  let timer: NodeJS.Timeout | undefined;

  function take(): () => void {
    clearTimeout(timer);
    const release = current;
    current = null;
    partRead = false;
    return release ?? (() => undefined);
  }

  return {
    decrypting() {
      clearTimeout(timer);
      current ??= hold();
      return (decrypted) => {
        clearTimeout(timer);
        partRead ||= decrypted;
        if (partRead) timer = setTimeout(() => take()(), LONGEST_HANDOVER_MS);
        else take()();
      };
    },
    atHand: () => current !== null,
    close() {
      if (!partRead) take()();
    },
    handedOver: take,
  };
}
