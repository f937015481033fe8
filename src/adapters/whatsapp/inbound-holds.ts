/**
 * Baileys sends the receipt of a message before it hands the message over: a process that dies in between loses it, for
 * WhatsApp will not deliver it again and the ratchet has moved on. So from the decryption of a message until it is
 * stored, key commits are held, and with them the receipt, which leaves only after the commit. A crash before that
 * makes WhatsApp deliver the message again to the older keys; the message id in the database sorts out a repetition.
 */
export interface InboundHolds {
  /**
   * A message is about to be decrypted. Baileys does this for one message at a time.
   * @returns what to call when the decryption has ended, well or not
   */
  decrypting(): () => void;
  /** That message was handed over. @returns what to call when it is stored, or when nothing has to be stored */
  handedOver(): () => void;
  close(): void;
}

/** Between decryption and hand-over lie a few turns of the event loop; a message without hand-over holds no longer. */
const LONGEST_HANDOVER_MS = 100;

/** @param hold keeps key changes from being committed until its result is called */
export function createInboundHolds(hold: () => () => void): InboundHolds {
  let current: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;

  function take(): () => void {
    clearTimeout(timer);
    const release = current;
    current = null;
    return release ?? (() => undefined);
  }

  return {
    decrypting() {
      clearTimeout(timer);
      current ??= hold();
      return () => {
        clearTimeout(timer);
        timer = setTimeout(() => take()(), LONGEST_HANDOVER_MS);
      };
    },
    handedOver: take,
    close: () => take()(),
  };
}
